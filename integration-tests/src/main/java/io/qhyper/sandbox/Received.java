package io.qhyper.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that the sandbox received whole.
 *
 * @param kind empty for a call that the service does not have
 * @param bytes of the body
 * @param status of the answer, before anything happened to it on the way
 */
public record Received(
    Instant at, String method, String path, Optional<CallKind> kind, int bytes, int status) {}
