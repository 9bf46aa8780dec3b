package io.qhyper.hybrid;

import java.util.Optional;

/**
 * Remembers how far each restart of a run is, so that another process can go on from there.
 *
 * <p>Called by several threads where restarts run side by side.
 */
public interface LoopStore {
  /** Remembers nothing. */
  LoopStore NONE =
      new LoopStore() {
        @Override
        public Optional<LoopSnapshot> find(int restart) {
          return Optional.empty();
        }

        @Override
        public void save(LoopSnapshot snapshot) {}
      };

  /** The last snapshot of a restart; empty if it has not begun. */
  Optional<LoopSnapshot> find(int restart);

  /** Keeps a snapshot in place of the restart's last one. */
  void save(LoopSnapshot snapshot);
}
