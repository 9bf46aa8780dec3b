package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmSession;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * On what terms jobs are sent.
 *
 * @param limits what may be spent
 * @param mode the kind of session; empty for single jobs
 * @param process tells this process from all others
 * @param say told what the user must know
 * @param news told how long jobs wait
 */
public record RunTerms(
    SpendingLimits limits,
    Optional<IbmSession.Mode> mode,
    String process,
    Consumer<String> say,
    Consumer<String> news) {}
