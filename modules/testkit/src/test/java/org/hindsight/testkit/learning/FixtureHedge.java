// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.FullInformationLearner;

/** Exponential weights on losses in [0, 1], or follow-the-leader; right unless it is given a defect. */
final class FixtureHedge implements FullInformationLearner {
    /** A way to break the contract, and the item that must notice. */
    enum Defect {
        NONE(""),
        REPORTS_WRONG_ACTIONS("reportsItsActions"),
        REFUSES_HORIZON_ZERO("acceptsTheShortestHorizons"),
        MIXES_WITH_NOTHING("playsTheOnlyAction"),
        UNDERFLOWS("writesProbabilityVectors"),
        COUNTS_READINGS("readingTheDistributionLeavesNoTrace"),
        HANDS_OUT_ITS_STATE("readingTheDistributionLeavesNoTrace"),
        ACCEPTS_LONG_LOSSES("refusesWrongLengths"),
        ACCEPTS_LONG_OUT("refusesWrongLengths"),
        ACCEPTS_NAN("refusesLossesOutOfRange"),
        ADDS_WHILE_CHECKING("refusesLossesOutOfRange"),
        KEEPS_THE_LOSSES("neitherWritesNorKeepsTheLosses"),
        WRITES_THE_LOSSES("neitherWritesNorKeepsTheLosses"),
        DIFFERS_BETWEEN_INSTANCES("sameLossesSameDistributions"),
        RESET_KEEPS_A_LOSS("resetRestoresTheBeginning"),
        FORK_IS_NEW("forkContinuesAlike"),
        FORK_SHARES_TOTALS("forkIsIndependent"),
        ALLOCATES("allocatesNothingInARound"),
        RESET_ALLOCATES("allocatesNothingInAReset"),
        STARTS_SKEWED("startsUniformIfDeclared"),
        LEADS_FROM_THE_END("startsAtTheLowestActionIfDeclared");

        final String item;

        Defect(String item) {
            this.item = item;
        }
    }

    private static final AtomicInteger INSTANCES = new AtomicInteger();

    private final Defect defect;
    private final double rate;
    private final int instance = INSTANCES.getAndIncrement();
    private double[] totals;
    private double[] last;
    private int readings;
    private int rounds;

    /** A rate of infinity is follow-the-leader. */
    FixtureHedge(int actions, long horizon, double rate, Defect defect) {
        if (defect == Defect.REFUSES_HORIZON_ZERO) {
            Checks.atLeast(horizon, 1L, "horizon");
        }
        this.defect = defect;
        this.rate = rate;
        this.totals = new double[Checks.atLeast(actions, 1, "actions")];
        this.last = new double[actions];
        start();
    }

    private void start() {
        if (defect == Defect.STARTS_SKEWED) {
            totals[totals.length - 1] = 1e-6;
        }
    }

    @Override
    public int actions() {
        return defect == Defect.REPORTS_WRONG_ACTIONS && rounds > 0 ? totals.length + 1 : totals.length;
    }

    @Override
    public void distribution(double[] out) {
        if (defect != Defect.ACCEPTS_LONG_OUT || out.length < totals.length) {
            Checks.length(out.length, totals.length, "out");
        }
        readings++;
        if (defect == Defect.COUNTS_READINGS && readings % 100 == 0) {
            totals[0] += 0.01;
        }
        if (rate == Double.POSITIVE_INFINITY) {
            leader(out);
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        for (double total : totals) {
            least = Math.min(least, total);
        }
        double sum = 0;
        for (int i = 0; i < totals.length; i++) {
            double total = defect == Defect.KEEPS_THE_LOSSES && rounds > 0 ? totals[i] + 1e-3 * last[i] : totals[i];
            out[i] = Math.exp(-rate * (defect == Defect.UNDERFLOWS ? 10 * total : total - least));
            sum += out[i];
        }
        for (int i = 0; i < totals.length; i++) {
            out[i] /= sum;
        }
        if (defect == Defect.MIXES_WITH_NOTHING && totals.length == 1) {
            out[0] = 1 - 1e-12;
        }
        if (defect == Defect.DIFFERS_BETWEEN_INSTANCES && instance % 2 == 1) {
            out[0] = Math.nextDown(out[0]);
        }
        if (defect == Defect.HANDS_OUT_ITS_STATE) {
            last = out;
        }
        if (defect == Defect.ALLOCATES) {
            last = new double[totals.length];
        }
    }

    private void leader(double[] out) {
        int best = 0;
        for (int i = 1; i < totals.length; i++) {
            if (defect == Defect.LEADS_FROM_THE_END ? totals[i] <= totals[best] : totals[i] < totals[best]) {
                best = i;
            }
        }
        Arrays.fill(out, 0);
        out[best] = 1;
    }

    @Override
    public void observe(double[] losses) {
        if (defect != Defect.ACCEPTS_LONG_LOSSES || losses.length < totals.length) {
            Checks.length(losses.length, totals.length, "losses");
        }
        if (defect == Defect.HANDS_OUT_ITS_STATE && Double.isNaN(last[0])) {
            totals[0] += 1e-3;
        }
        if (defect == Defect.ADDS_WHILE_CHECKING) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += Checks.inUnitInterval(losses[i], "losses");
            }
            rounds++;
            return;
        }
        if (defect != Defect.ACCEPTS_NAN || !Double.isNaN(losses[0])) {
            Checks.inUnitInterval(losses, "losses");
        } else {
            return;
        }
        for (int i = 0; i < totals.length; i++) {
            totals[i] += losses[i];
        }
        if (defect == Defect.KEEPS_THE_LOSSES) {
            last = losses;
        }
        if (defect == Defect.WRITES_THE_LOSSES) {
            losses[0] = totals[0];
        }
        rounds++;
    }

    @Override
    public void reset() {
        if (defect == Defect.RESET_ALLOCATES) {
            last = new double[totals.length];
        }
        Arrays.fill(totals, defect == Defect.RESET_KEEPS_A_LOSS ? 1 : 0, totals.length, 0);
        rounds = 0;
        readings = 0;
        start();
    }

    @Override
    public FullInformationLearner fork() {
        FixtureHedge fork = new FixtureHedge(totals.length, 1, rate, defect);
        if (defect != Defect.FORK_IS_NEW) {
            fork.totals = defect == Defect.FORK_SHARES_TOTALS ? totals : totals.clone();
            fork.rounds = rounds;
        }
        return fork;
    }
}
