/**
 * The journal of a run: one SQLite file, {@code journal.db}, that knows all that was measured and
 * where the loop stands. The other files of a run folder are derived from it.
 *
 * <p>The file uses a rollback journal (no write-ahead log, so it may lie on a network file system),
 * {@code synchronous = EXTRA}, {@code application_id} 0x51485950 ("QHYP") and {@code user_version}
 * = version of the schema; older versions are migrated when opened to write, newer ones refused.
 * All numbers are little-endian; times are ISO 8601 in UTC. Schema 3:
 *
 * <ul>
 *   <li>{@code meta(key, value)}: {@code run_id}, {@code qhyper} and {@code java} (versions that
 *       made the run), {@code backend} (engine path), {@code bind} (how rows of angles are sent to
 *       a service: {@code text} or {@code rows}), {@code options} (the text of config.yaml), {@code
 *       data} (digest of the training and test set), {@code status} ({@code running} or {@code
 *       finished}), {@code report} (what {@code train --json} printed).
 *   <li>{@code jobs}: one row for each attempt at a job. Its key is the random stream that names it
 *       in the run: seed of the restart, purpose, iteration, circuit of its first row. {@code
 *       digest} is SHA-256 over program, rows and shots; {@code inputs} the rows' input values as
 *       doubles, deflated; {@code state} is one of intended, submitted, completed, failed,
 *       cancelled; {@code job_id} is the backend's name for it.
 *   <li>{@code submissions}: what was sent to a service for a job, in order of time, by unique
 *       {@code tag}: a job may be sent in several parts and forms. {@code state} is one of
 *       intended, uncertain, accepted, refused, absent, completed, failed, cancelled; {@code
 *       service_id} is the service's name for it, {@code usage_seconds} what was charged in the
 *       end, {@code estimate_seconds} (since schema 2) what was expected. Since schema 3, {@code
 *       session} is the session or batch that it was sent in (NULL for a single job, and for all
 *       that an older version sent), and {@code charge_unknown} is 1 for a job that the service has
 *       lost.
 *   <li>{@code sessions} (since schema 3): sessions and batches of a service, from {@code
 *       opened_at} to {@code closed_at} (NULL while it may take jobs); {@code kind} is dedicated or
 *       batch, {@code seconds} what the service said last that the clock of a session shows, {@code
 *       settled} 1 when that is not asked for any more. What was sent in a dedicated session is
 *       charged by its clock once that is known, all else by the job. A session that an older
 *       version left open is settled without a clock: it is closed when the run goes on, and its
 *       jobs keep the charges of their own, since it is not known which they were.
 *   <li>{@code duplicates}: further jobs of a service for a submission, found when it was looked up
 *       or after it had been taken for absent; {@code usage_seconds} (since schema 3) is what one
 *       was charged.
 *   <li>{@code payloads}: the raw result of a service's job, deflated, with the CRC-32 of these
 *       bytes.
 *   <li>{@code results}: the histogram of each row and register of a completed job. {@code data} is
 *       {@code encoding} 0 (plain) or 1 (deflated) of: for each distinct bitstring, ascending,
 *       ⌈width/8⌉ bytes of it, then its count as LEB128; {@code crc} is the CRC-32 of {@code data}.
 *   <li>{@code restarts}: the last snapshot of each restart. {@code vectors} holds start, theta,
 *       best, best_loss and the optimiser's vectors: their number (int32), then for each the length
 *       of its name (int32), the name (UTF-8), its length (int32) and its doubles.
 *   <li>{@code measurements}: the learning curve; NULL where nothing was measured. {@code
 *       confirmation} is 1 for the fresh shots at the end of a restart.
 * </ul>
 *
 * <p>A backend whose jobs outlive the process has every fact committed before the next act. Where
 * nothing outlives it (local simulation, exact runs) facts are committed once a second, since what
 * is lost with the process is computed again to the same numbers.
 */
package io.qhyper.store.journal;
