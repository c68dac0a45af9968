// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Checks;
import org.hindsight.core.Source;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Claim.Verdict;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Point;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.Simulation;
import org.hindsight.experiments.plot.Axis;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Look;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.plot.Panel;
import org.hindsight.experiments.table.Table;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.calibrated.CalibratedFollower;
import org.hindsight.stackelberg.calibrated.CalibrationCap;
import org.hindsight.stackelberg.calibrated.ExploreThenCommit;
import org.hindsight.stackelberg.commitment.StrongCommitment;

/**
 * What a leader earns against calibrated followers, beside the cap that each run certifies for itself.
 *
 * <p>The game has U = [[2, 4], [1, 3]], V = [[1, 0], [0, 1]] and the Stackelberg value 3.5, at the border of the two best-response regions. One leader knows it and commits a little
 * inside the better region; the other explores first. Followers are calibrated over all rounds ({@link org.hindsight.calibration.forecasters.BlackwellCalibrator}) or on every
 * interval of rounds ({@link org.hindsight.calibration.forecasters.CoveringCalibrator}). Every horizon is a run of its own.
 */
public final class CalibratedCommitment implements Experiment {
    private static final double[][] LEADER = {{2, 4}, {1, 3}};
    private static final BimatrixStackelbergGame GAME =
            BimatrixStackelbergGame.of(LEADER, new double[][] {{1, 0}, {0, 1}});
    private static final List<String> FOLLOWERS = List.of("blackwell", "adaptive");
    private static final List<String> LEADERS = List.of("explore", "informed");
    private static final double[] QUICK_HORIZONS = {500, 1000, 2000, 4000, 8000, 20_000};
    private static final double[] PAPER_HORIZONS = {
        500, 1000, 2000, 4000, 8000, 20_000, 50_000, 100_000, 200_000, 500_000
    };
    private static final double[] CLAIMED_HORIZONS = {2000, 8000, 20_000};
    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;
    /** Beyond three standard errors lies a one-sided normal probability of 1.3e-3. */
    private static final double STANDARD_ERRORS = 3;

    /** Creates the experiment. */
    public CalibratedCommitment() {}

    /** The same commitment in every round: the best one of the game, moved inside its region. */
    private record Informed(double first) implements Leader {
        static Informed of(long horizon) {
            return new Informed(0.5 - 2 * Math.sqrt(Math.log((double) horizon) / horizon));
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public int responses() {
            return 2;
        }

        @Override
        public void commitment(double[] out) {
            out[0] = first;
            out[1] = 1 - first;
        }

        @Override
        public void observe(int response) {
            Checks.index(response, 2, "response");
        }

        @Override
        public void reset() {}

        @Override
        public Leader fork() {
            return this;
        }
    }

    @Override
    public String id() {
        return "calibrated-commitment";
    }

    @Override
    public String title() {
        return "A leader's payoff against calibrated followers, and the cap that each run certifies";
    }

    @Override
    public Source source() {
        return new Source("Haghtalab, Podimata, Yang", 2023, "calibrated Stackelberg games", "arXiv:2306.02704");
    }

    @Override
    public Design design(Scale scale) {
        boolean quick = scale == Scale.QUICK;
        Grid grid = Grid.of("follower", FOLLOWERS.toArray(String[]::new))
                .by("leader", LEADERS.toArray(String[]::new))
                .by("horizon", quick ? QUICK_HORIZONS : PAPER_HORIZONS);
        return new Simulation(
                grid, quick ? 12 : 200, List.of("average", "cap", "violations", "excess"), CalibratedCommitment::trial);
    }

    private static Simulation.Trial trial(Point point) {
        long horizon = Math.round(point.number("horizon"));
        double value = value();
        CalibratedFollower follower = point.word("follower").equals("blackwell")
                ? CalibratedFollower.blackwell(GAME)
                : CalibratedFollower.covering(GAME, horizon);
        Leader leader = point.word("leader").equals("explore")
                ? ExploreThenCommit.bisecting(LEADER, horizon)
                : Informed.of(horizon);
        PlayAccount account = PlayAccount.of(GAME);
        return (stream, out) -> {
            StackelbergPlay.run(leader, follower, horizon, stream, account);
            CalibrationCap cap = CalibrationCap.of(account, follower, value);
            out[0] = cap.average();
            out[1] = cap.cap();
            // Rounding of sums of a million payoffs.
            out[2] = cap.gap() > 1e-9 ? 1 : 0;
            out[3] = cap.excess();
        };
    }

    private static double value() {
        return StrongCommitment.solve(GAME).value();
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim("No run's average exceeds the cap that it certifies", CalibratedCommitment::withinCaps),
                new Claim(
                        "The exploring leader's average grows with the horizon over T = 2000, 8000, 20000, against both followers",
                        CalibratedCommitment::grows),
                new Claim(
                        "At the longest horizon both leaders' averages are within 8 percent of the Stackelberg value against the"
                                + " adaptively calibrated follower, the informed leader's within 4 percent",
                        CalibratedCommitment::converges),
                new Claim(
                        "The caps come down to the Stackelberg value: at the longest horizon they are within 1 percent of it",
                        CalibratedCommitment::capsConverge));
    }

    private static Table curve(Table table, String follower, String leader) {
        return table.where("follower", follower).where("leader", leader);
    }

    private static Verdict withinCaps(Table table) {
        double[] violations = table.numbers("violations_mean");
        double most = Arrays.stream(violations).max().orElseThrow();
        return new Verdict(
                most == 0,
                String.format(
                        Locale.ROOT,
                        "largest share of runs above their cap %.3g, at %d points",
                        most,
                        violations.length));
    }

    private static Verdict grows(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String follower : FOLLOWERS) {
            Table curve = curve(table, follower, "explore");
            double[] horizon = curve.numbers("horizon");
            double[] mean = curve.numbers("average_mean");
            double[] error = curve.numbers("average_se");
            List<String> averages = new ArrayList<>();
            int before = -1;
            for (double claimed : CLAIMED_HORIZONS) {
                int at = Arrays.binarySearch(horizon, claimed);
                if (before >= 0) {
                    holds &= mean[at] - mean[before] > STANDARD_ERRORS * Math.hypot(error[at], error[before]);
                }
                averages.add(String.format(Locale.ROOT, "%.3f", mean[at]));
                before = at;
            }
            evidence.add(follower + " " + String.join(", ", averages));
        }
        return new Verdict(holds, String.join("; ", evidence));
    }

    private static Verdict converges(Table table) {
        double explore = last(curve(table, "adaptive", "explore"), "average_mean");
        double informed = last(curve(table, "adaptive", "informed"), "average_mean");
        return new Verdict(
                explore > 0.92 * value() && informed > 0.96 * value(),
                String.format(Locale.ROOT, "exploring %.4f, informed %.4f of %.4f", explore, informed, value()));
    }

    private static Verdict capsConverge(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String follower : FOLLOWERS) {
            for (String leader : LEADERS) {
                double cap = last(curve(table, follower, leader), "cap_mean");
                holds &= cap >= value() && cap < 1.01 * value();
                evidence.add(String.format(Locale.ROOT, "%s/%s %.4f", follower, leader, cap));
            }
        }
        return new Verdict(holds, "caps " + String.join("; ", evidence));
    }

    private static double last(Table curve, String column) {
        double[] numbers = curve.numbers(column);
        return numbers[numbers.length - 1];
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                2,
                List.of(payoffs(table), shortfalls(table)),
                "(a) Average payoff of the leader who explores and then commits, against followers calibrated over all rounds"
                        + " (Blackwell) and on every interval (adaptive); dashed in the same colour, the mean of the caps that the"
                        + " runs certify; dotted, the Stackelberg value. (b) How far the average stays below that value, also"
                        + " for a leader who knows the game (discs), and dashed how far the exploring leader's caps are above it. Every horizon is a run of"
                        + " its own. Bands: 95 % confidence for the mean of "
                        + table.distinct("replicates").get(0) + " replicates.");
    }

    private static Panel payoffs(Table table) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < FOLLOWERS.size(); i++) {
            Table curve = curve(table, FOLLOWERS.get(i), "explore");
            double[] horizon = curve.numbers("horizon");
            double[] mean = curve.numbers("average_mean");
            Look.Colour colour = Look.Colour.cycle(i);
            marks.add(band(horizon, mean, curve.numbers("average_se"), 0, colour));
            marks.add(new Mark.Curve(name(FOLLOWERS.get(i), "explore"), horizon, mean, Look.solid(colour)));
            marks.add(new Mark.Curve("", horizon, curve.numbers("cap_mean"), Look.theory(colour)));
        }
        marks.add(new Mark.Level(
                "Stackelberg value", false, value(), new Look(Look.Colour.BLACK, Look.Line.DOTTED, Look.Marker.NONE)));
        return new Panel("(a) exploring leader", Axis.logarithmic("horizon T"), Axis.linear("average payoff"), marks);
    }

    private static Panel shortfalls(Table table) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < FOLLOWERS.size(); i++) {
            Look.Colour colour = Look.Colour.cycle(i);
            for (String leader : LEADERS) {
                Table curve = curve(table, FOLLOWERS.get(i), leader);
                double[] horizon = curve.numbers("horizon");
                double[] shortfall = Arrays.stream(curve.numbers("average_mean"))
                        .map(mean -> value() - mean)
                        .toArray();
                marks.add(band(horizon, shortfall, curve.numbers("average_se"), 1e-9, colour));
                Look look = leader.equals("explore")
                        ? Look.solid(colour)
                        : Look.solid(colour).with(Look.Marker.CIRCLE);
                marks.add(new Mark.Curve(name(FOLLOWERS.get(i), leader), horizon, shortfall, look));
            }
            Table curve = curve(table, FOLLOWERS.get(i), "explore");
            marks.add(new Mark.Curve("", curve.numbers("horizon"), curve.numbers("excess_mean"), Look.theory(colour)));
        }
        return new Panel(
                "(b) distance to the Stackelberg value",
                Axis.logarithmic("horizon T"),
                Axis.logarithmic("distance"),
                marks);
    }

    private static Mark band(double[] horizon, double[] mean, double[] error, double least, Look.Colour colour) {
        double[] low = new double[mean.length];
        double[] high = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            low[i] = Math.max(least, mean[i] - BAND * error[i]);
            high[i] = mean[i] + BAND * error[i];
        }
        return new Mark.Band(horizon, low, high, colour);
    }

    private static String name(String follower, String leader) {
        return (follower.equals("blackwell") ? "Blackwell" : "adaptive")
                + (leader.equals("explore") ? ", exploring leader" : ", informed leader");
    }
}
