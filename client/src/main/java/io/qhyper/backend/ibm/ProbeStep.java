package io.qhyper.backend.ibm;

import java.util.ArrayList;
import java.util.List;

/** What a probe sends: all its questions in one job, or less where the service refuses that. */
enum ProbeStep {
  /** Rows of values, and a program with a gate that it defines. */
  ROWS_AND_GATE(BindMode.ROWS),
  /** Rows of values. */
  ROWS(BindMode.ROWS),
  /** One row in the text of the program. */
  TEXT(BindMode.TEXT);

  private final BindMode form;

  ProbeStep(BindMode form) {
    this.form = form;
  }

  BindMode form() {
    return form;
  }

  boolean hasRows() {
    return form == BindMode.ROWS;
  }

  List<SamplerJob.Pub> pubs(ProbeSite site) {
    List<SamplerJob.Pub> pubs = new ArrayList<>();
    pubs.add(
        hasRows()
            ? new SamplerJob.Pub(ProbeProgram.open(site.qubits()), ProbeProgram.rows())
            : new SamplerJob.Pub(ProbeProgram.bound(site.qubits()), List.of()));
    if (this == ROWS_AND_GATE) {
      pubs.add(new SamplerJob.Pub(site.gate().orElseThrow().program(), List.of()));
    }
    return pubs;
  }

  /** The steps for a site, the first of which is usually enough. */
  static List<ProbeStep> of(ProbeSite site) {
    return site.gate().isPresent() ? List.of(values()) : List.of(ROWS, TEXT);
  }
}
