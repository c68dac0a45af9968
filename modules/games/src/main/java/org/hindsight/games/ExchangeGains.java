// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

/** What one player gains under correlated play by exchanging action j for action k, and its three maxima. */
final class ExchangeGains {
    private final int n;
    private final double[] gains;

    ExchangeGains(NormalFormGame game, int player, JointDistribution distribution) {
        n = game.actions(player);
        gains = new double[Math.multiplyExact(n, n)];
        game.exchangeGains(player, distribution, gains);
    }

    /** The best single action instead of every recommendation. */
    double external() {
        double best = 0;
        for (int k = 0; k < n; k++) {
            double gain = 0;
            for (int j = 0; j < n; j++) {
                gain += gains[j * n + k];
            }
            best = Math.max(best, gain);
        }
        return best;
    }

    /** The best action instead of each recommendation. */
    double swap() {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double best = 0;
            for (int k = 0; k < n; k++) {
                best = Math.max(best, gains[j * n + k]);
            }
            sum += best;
        }
        return sum;
    }

    /** The best single exchange. */
    double internal() {
        double best = 0;
        for (double gain : gains) {
            best = Math.max(best, gain);
        }
        return best;
    }
}
