package io.qhyper.backend.ibm;

import io.qhyper.random.StreamKey;

/**
 * One job of the service, as part of one request: the same request is always cut into the same
 * submissions, so that a later process recognises them.
 *
 * @param stream the name of the request within its run
 * @param content digest of what the request asks for, in hexadecimal
 * @param form how rows are sent
 * @param part number of this job within the request, from 0
 * @param parts number of jobs of the request
 * @param firstRow the first of its rows within the request
 * @param rows number of its rows
 * @param shots of each row
 * @param seconds that it will take on the quantum computer, estimated
 */
public record Submission(
    StreamKey stream,
    String content,
    BindMode form,
    int part,
    int parts,
    int firstRow,
    int rows,
    int shots,
    double seconds) {}
