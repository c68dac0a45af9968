// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import org.hindsight.calibration.forecasters.SimplexPartition;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/** The best-response regions of a game as bins for forecasts. */
public final class ResponseRegions {
    private ResponseRegions() {}

    /**
     * Returns the partition of the leader's simplex by best responses: bin j holds the x with {@code v(x, j) >= v(x, k)} for every k.
     *
     * @param game the game
     * @return n bins in m coordinates
     */
    public static SimplexPartition of(BimatrixStackelbergGame game) {
        int m = game.dimension();
        int n = game.responses();
        double[][][] rows = new double[n][n - 1][m];
        for (int j = 0; j < n; j++) {
            for (int k = 0, row = 0; k < n; k++) {
                if (k != j) {
                    for (int a = 0; a < m; a++) {
                        rows[j][row][a] = game.followerPayoffAt(a, k) - game.followerPayoffAt(a, j);
                    }
                    row++;
                }
            }
        }
        return SimplexPartition.of(m, rows);
    }
}
