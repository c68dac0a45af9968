// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

/** Is told how far a run has come. */
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String experiment, int cells, int resumed) {
            // Nobody is looking.
        }

        @Override
        public void update(int finished) {
            // Nobody is looking.
        }

        @Override
        public void end() {
            // Nobody is looking.
        }
    };

    /**
     * Hears that a run begins.
     *
     * @param experiment the experiment's id
     * @param cells the number of all cells
     * @param resumed the number of cells finished by an earlier run
     */
    void begin(String experiment, int cells, int resumed);

    /**
     * Hears that a cell has finished. Called from worker threads, one at a time.
     *
     * @param finished the number of cells finished, including those of an earlier run
     */
    void update(int finished);

    /** Hears that the run is over, whether it came to its end or not. */
    void end();
}
