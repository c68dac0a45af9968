// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hindsight.core.Source;
import org.hindsight.core.learning.FullInformationLearner;
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
import org.hindsight.noregret.bandits.adversarial.Exp3Gain;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.learners.BanditFollower;
import org.hindsight.stackelberg.learners.CommitmentSchedule;
import org.hindsight.stackelberg.learners.ExpectedPlay;
import org.hindsight.stackelberg.learners.LearningFollower;
import org.hindsight.stackelberg.learners.LearningRecord;
import org.hindsight.stackelberg.swapregret.DengSchneiderSivanGame;
import org.hindsight.stackelberg.swapregret.SecuredCommitment;
import org.hindsight.stackelberg.swapregret.SwapRegretCertificate;

/**
 * What a leader gets out of followers who learn: by turning once, and by one commitment.
 *
 * <p>Turning is the schedule of {@link DengSchneiderSivanGame}, which exploits mean-based learners; the commitment is a {@link
 * SecuredCommitment} in a game of value 3.5. Followers that see all payoffs are played in exact expectation.
 */
public final class SwapRegretFollower implements Experiment {
    private static final double ADVANTAGE = 0.3;
    private static final double SECURED_VALUE = 3.5;
    private static final List<String> SETTINGS = List.of("turning", "secured");
    private static final List<String> LEARNERS = List.of("hedge", "regret-matching", "exp3", "blum-mansour");
    private static final double[] QUICK_HORIZONS = {100, 300, 1000, 3000, 10_000};
    private static final double[] PAPER_HORIZONS = {100, 300, 1000, 3000, 1e4, 3e4, 1e5, 3e5, 1e6};
    /** A mean beyond six standard errors of its expectation has a one-sided normal probability of 1e-9. */
    private static final double STANDARD_ERRORS = 6;

    /** The same at three, of 0.0014: the payoffs of Exp3's runs spread widely. */
    private static final double TURN_ERRORS = 3;

    /** Rounding of averages over rounds. */
    private static final double ROUNDING = 1e-9;

    /** The normal quantile of 95 % bands. */
    private static final double BAND = 1.96;

    /** Creates the experiment. */
    public SwapRegretFollower() {}

    @Override
    public String id() {
        return "swap-regret-follower";
    }

    @Override
    public String title() {
        return "What a leader gets out of followers who learn";
    }

    @Override
    public Source source() {
        return new Source("Deng, Schneider, Sivan", 2019, "Theorems 4 and 6", "arXiv:1909.13861");
    }

    @Override
    public Design design(Scale scale) {
        boolean quick = scale == Scale.QUICK;
        Grid grid = Grid.of("setting", SETTINGS.toArray(String[]::new))
                .by("learner", LEARNERS.toArray(String[]::new))
                .by("horizon", quick ? QUICK_HORIZONS : PAPER_HORIZONS);
        return new Simulation(grid, quick ? 60 : 100, List.of("average", "cap", "breach"), SwapRegretFollower::trial);
    }

    private static BimatrixStackelbergGame game(String setting) {
        return setting.equals("turning")
                ? DengSchneiderSivanGame.of(ADVANTAGE)
                : BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
    }

    private static Simulation.Trial trial(Point point) {
        long horizon = Math.round(point.number("horizon"));
        String learner = point.word("learner");
        BimatrixStackelbergGame game = game(point.word("setting"));
        CommitmentSchedule schedule = point.word("setting").equals("turning")
                ? DengSchneiderSivanGame.schedule(horizon)
                : secured(game, learner, horizon).schedule();
        int n = game.responses();
        if (learner.equals("exp3")) {
            BanditFollower follower = BanditFollower.of(game, Exp3Gain.tunedFor(n, horizon));
            LearningRecord record = LearningRecord.of(game);
            return (stream, out) -> {
                ExpectedPlay.run(schedule, follower, horizon, stream, record);
                write(record, out);
            };
        }
        // Nothing is random: one play serves for all replicates.
        LearningRecord record =
                ExpectedPlay.run(schedule, LearningFollower.of(game, learner(learner, n, horizon)), horizon);
        return (stream, out) -> write(record, out);
    }

    private static void write(LearningRecord record, double[] out) {
        SwapRegretCertificate certificate = SwapRegretCertificate.of(record);
        out[0] = certificate.average();
        out[1] = certificate.cap();
        out[2] = certificate.gap();
    }

    private static FullInformationLearner learner(String name, int responses, long horizon) {
        return switch (name) {
            case "hedge" -> Hedge.tunedFor(responses, horizon);
            case "regret-matching" -> RegretMatching.of(responses);
            case "blum-mansour" -> BlumMansour.overTunedHedge(responses, horizon);
            default -> throw new IllegalArgumentException("no learner is called " + name);
        };
    }

    /** The commitment for the learner's own bound on its external regret; that of Exp3 holds in expectation. */
    private static SecuredCommitment secured(BimatrixStackelbergGame game, String learner, long horizon) {
        int n = game.responses();
        double regret =
                switch (learner) {
                    case "hedge" -> Hedge.REGRET.at(Hedge.Run.tuned(n, horizon));
                    case "regret-matching" -> RegretMatching.REGRET.at(new RegretMatching.Run(n, horizon));
                    case "exp3" -> Exp3Gain.REGRET.at(Exp3Gain.Run.tuned(n, horizon));
                    case "blum-mansour" -> BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(n, horizon));
                    default -> throw new IllegalArgumentException("no learner is called " + learner);
                };
        return SecuredCommitment.against(game, game.followerRange() * regret, horizon);
    }

    /** What the commitment secures a round. */
    private static double floor(String learner, double horizon) {
        long rounds = Math.round(horizon);
        SecuredCommitment commitment = secured(game("secured"), learner, rounds);
        return commitment.value() - SecuredCommitment.SHORTFALL.at(commitment) / rounds;
    }

    /** What Blum and Mansour's bound on swap regret allows any leader a round, where the value is 0. */
    private static double ceiling(double horizon) {
        BimatrixStackelbergGame game = game("turning");
        long rounds = Math.round(horizon);
        double regret =
                game.followerRange() * BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(game.responses(), rounds));
        return SwapRegretCertificate.AVERAGE_ABOVE_VALUE.at(SwapRegretCertificate.Priced.of(game, regret, rounds));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "In no run does the leader's average exceed the cap by swap regret",
                        SwapRegretFollower::capped),
                new Claim(
                        "By turning the leader gets more than 1/2 a round from Hedge and regret matching at the longest horizon,"
                                + " and more than 0 from Exp3, though the value is 0",
                        SwapRegretFollower::exploited),
                new Claim(
                        "By turning the leader gets less than 0 from the follower without swap regret, at every horizon from"
                                + " 1000 on",
                        SwapRegretFollower::unexploited),
                new Claim(
                        "One commitment secures the value less its bound from every follower, at every horizon",
                        SwapRegretFollower::secures));
    }

    private static Verdict capped(Table table) {
        double worst = 0;
        for (double breach : table.numbers("breach_mean")) {
            worst = Math.max(worst, breach);
        }
        return new Verdict(
                worst <= ROUNDING,
                String.format(Locale.ROOT, "largest mean breach %.1e of the range of payoffs", worst));
    }

    private static Verdict exploited(Table table) {
        boolean holds = true;
        List<String> evidence = new ArrayList<>();
        for (String learner : LEARNERS.subList(0, 3)) {
            Table curve = curve(table, "turning", learner);
            int last = curve.size() - 1;
            double mean = curve.numbers("average_mean")[last];
            double error = curve.numbers("average_se")[last];
            holds &= mean - TURN_ERRORS * error > (learner.equals("exp3") ? 0 : 0.5);
            evidence.add(String.format(Locale.ROOT, "%s %.3f", learner, mean));
        }
        return new Verdict(holds, "averages " + String.join(", ", evidence));
    }

    private static Verdict unexploited(Table table) {
        Table curve = curve(table, "turning", "blum-mansour");
        double[] horizon = curve.numbers("horizon");
        double[] mean = curve.numbers("average_mean");
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mean.length; i++) {
            most = horizon[i] >= 1000 ? Math.max(most, mean[i]) : most;
        }
        return new Verdict(most < 0, String.format(Locale.ROOT, "largest average %.3f", most));
    }

    private static Verdict secures(Table table) {
        double least = Double.POSITIVE_INFINITY;
        for (String learner : LEARNERS) {
            Table curve = curve(table, "secured", learner);
            double[] horizon = curve.numbers("horizon");
            double[] mean = curve.numbers("average_mean");
            double[] error = curve.numbers("average_se");
            for (int i = 0; i < mean.length; i++) {
                least = Math.min(least, mean[i] - STANDARD_ERRORS * error[i] - floor(learner, horizon[i]));
            }
        }
        return new Verdict(
                least >= -ROUNDING, String.format(Locale.ROOT, "least average above value minus bound: %.4f", least));
    }

    private static Table curve(Table table, String setting, String learner) {
        return table.where("setting", setting).where("learner", learner);
    }

    @Override
    public Figure figure(Table table) {
        return new Figure(
                2,
                List.of(
                        panel(table, "(a) turning once, value 0", "turning", "leader's average payoff"),
                        panel(table, "(b) one commitment, value 7/2", "secured", "leader's average payoff")),
                "Leader's average payoff against four followers who learn, each horizon T a play of its own. (a) The game of Deng,"
                        + " Schneider and Sivan with e = 0.3: the first row for T/2 rounds, then the second. Discs: the cap that"
                        + " the swap regret of the play puts on the leader, which is nearly attained. Dashed: the cap that"
                        + " Blum and Mansour's bound on swap regret puts on every leader in advance. (b) The game"
                        + " U = [2 4; 1 3], V = [1 0; 0 1]: one commitment for all rounds, for the follower's bound on its"
                        + " regret. Dashed: the value less the loss that is proved. Dotted: the Stackelberg value. Exp3, with uniform exploration: mean of "
                        + table.distinct("replicates").get(0)
                        + " replicates, bands 95 % confidence for it; the others are exact expectations.");
    }

    private static Panel panel(Table table, String title, String setting, String label) {
        boolean turning = setting.equals("turning");
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < LEARNERS.size(); i++) {
            String learner = LEARNERS.get(i);
            Look.Colour colour = Look.Colour.cycle(i);
            Table curve = curve(table, setting, learner);
            double[] horizon = curve.numbers("horizon");
            double[] mean = curve.numbers("average_mean");
            if (learner.equals("exp3")) {
                double[] error = curve.numbers("average_se");
                double[] low = new double[mean.length];
                double[] high = new double[mean.length];
                for (int j = 0; j < mean.length; j++) {
                    low[j] = mean[j] - BAND * error[j];
                    high[j] = mean[j] + BAND * error[j];
                }
                marks.add(new Mark.Band(horizon, low, high, colour));
            }
            marks.add(new Mark.Curve(name(learner), horizon, mean, Look.solid(colour)));
            if (turning) {
                marks.add(new Mark.Curve(
                        "", horizon, curve.numbers("cap_mean"), new Look(colour, Look.Line.NONE, Look.Marker.CIRCLE)));
            }
            if (!turning || learner.equals("blum-mansour")) {
                double[] bound = new double[horizon.length];
                for (int j = 0; j < bound.length; j++) {
                    bound[j] = turning ? ceiling(horizon[j]) : floor(learner, horizon[j]);
                }
                marks.add(new Mark.Curve("", horizon, bound, Look.theory(colour)));
            }
        }
        marks.add(new Mark.Level(
                "Stackelberg value",
                false,
                turning ? 0 : SECURED_VALUE,
                new Look(Look.Colour.BLACK, Look.Line.DOTTED, Look.Marker.NONE)));
        return new Panel(
                title,
                Axis.logarithmic("horizon T"),
                turning ? Axis.linear(label) : Axis.linear(label).between(1, 3.6),
                marks);
    }

    private static String name(String learner) {
        return switch (learner) {
            case "hedge" -> "Hedge";
            case "regret-matching" -> "regret matching";
            case "exp3" -> "Exp3";
            default -> "Blum-Mansour";
        };
    }
}
