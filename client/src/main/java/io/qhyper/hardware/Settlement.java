package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.Usage;
import io.qhyper.store.journal.Charges;
import io.qhyper.store.journal.Sessions;

/**
 * Looks up what jobs and sessions of a run were charged in the end, where that was not known when
 * they ended.
 *
 * @param service is asked; that is free
 * @param charges of the run
 * @param sessions of the run
 */
public record Settlement(IbmService service, Charges charges, Sessions sessions) {
  /**
   * Asks for every such job and keeps what is final, then for the clocks of sessions.
   *
   * @throws IbmException if the service does not answer; what it has told by then is kept
   */
  public void settle() {
    for (String id : charges.open()) {
      try {
        Usage usage = service.metrics(new JobId(id)).usage();
        if (usage.isFinal() && usage.qpuSeconds().isPresent()) {
          charges.charged(id, usage.qpuSeconds().getAsDouble());
        }
      } catch (IbmException e) {
        if (e.kind() != IbmException.Kind.NOT_FOUND) {
          throw e;
        }
        // The service does not know this job any more: its estimate stands.
      }
    }
    new SessionClocks(service, sessions).read();
  }
}
