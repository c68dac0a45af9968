// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hindsight.core.Checks;
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalJointDistribution;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.Restriction;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.correlated.CorrelatedEquilibrium;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.correlated.CorrelatedSolver;
import org.hindsight.games.correlated.ExactCorrelatedSolver;
import org.hindsight.games.dominance.Dominance;
import org.hindsight.games.dominance.DominanceNotion;
import org.hindsight.games.dominance.Elimination;
import org.hindsight.games.dominance.IteratedElimination;
import org.hindsight.games.nash.ExactLemkeHowson;
import org.hindsight.games.nash.ExactNashSolution;
import org.hindsight.games.nash.ExtremeEquilibria;
import org.hindsight.games.nash.LemkeHowson;
import org.hindsight.games.nash.LogitEquilibrium;
import org.hindsight.games.nash.LogitTracing;
import org.hindsight.games.nash.NashSolution;
import org.hindsight.games.nash.PureEquilibria;
import org.hindsight.games.nash.VertexEnumeration;
import org.hindsight.games.zerosum.ExactZeroSumSolution;
import org.hindsight.games.zerosum.ExactZeroSumSolver;
import org.hindsight.games.zerosum.ZeroSumSolution;
import org.hindsight.games.zerosum.ZeroSumSolver;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.CommitmentSolution;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.commitment.WeakCommitment;
import org.hindsight.stackelberg.commitment.WeakCommitmentSolution;
import org.hipparchus.fraction.BigFraction;

/**
 * Answers a question about a game and reports every answer with its regret, computed from the game alone.
 *
 * @param exact whether to answer in fractions
 * @param objective what a correlated equilibrium should maximise
 * @param lambda the precision of the quantal response, at least 0
 * @param leader the player who commits, 0 or 1
 * @param weak whether the other player then breaks ties against the leader
 */
public record GameSolver(boolean exact, CorrelatedObjective objective, double lambda, int leader, boolean weak) {
    /** The regret, relative to the range of a player's payoffs, that an answer in doubles may have. */
    private static final double TOLERANCE = 1e-9;

    /**
     * Creates a solver.
     *
     * @param exact whether to answer in fractions
     * @param objective what a correlated equilibrium should maximise
     * @param lambda finite, at least 0
     * @param leader 0 or 1
     * @param weak whether ties go against the leader
     */
    public GameSolver {
        Checks.nonNegative(lambda, "lambda");
        Checks.index(leader, 2, "leader");
    }

    /**
     * Answers a question.
     *
     * @param game the game
     * @param question what to look for
     * @return what was found
     * @throws IllegalArgumentException if the question cannot be asked of this game
     */
    public GameReport solve(RationalGame game, Question question) {
        return switch (question) {
            case PURE -> pure(game);
            case NASH -> nash(game);
            case ALL_NASH -> allNash(game);
            case ZERO_SUM -> zeroSum(game);
            case CORRELATED -> correlated(game, CorrelatedNotion.CORRELATED);
            case COARSE_CORRELATED -> correlated(game, CorrelatedNotion.COARSE_CORRELATED);
            case QUANTAL -> quantal(game);
            case DOMINANCE -> dominance(game);
            case STACKELBERG -> commitment(game);
        };
    }

    private GameReport pure(RationalGame game) {
        List<GameReport.Finding> findings = new ArrayList<>();
        if (exact) {
            PureEquilibria.all(game).forEach(solution -> findings.add(finding(game, solution.profile())));
        } else {
            NormalFormGame rounded = game.toNormalForm();
            PureEquilibria.all(rounded, TOLERANCE)
                    .forEach(solution -> findings.add(finding(rounded, solution.profile())));
        }
        return report(game, findings, "inspection of all pure profiles", List.of());
    }

    private GameReport nash(RationalGame game) {
        if (exact) {
            requireTwoPlayers(game, "nash --exact");
            ExactNashSolution solution = ExactLemkeHowson.solve(game, 0);
            return report(game, List.of(finding(game, solution.profile())), solution.method(), List.of());
        }
        NormalFormGame rounded = game.toNormalForm();
        NashSolution solution = game.players() == 2
                ? LemkeHowson.standard().solve(BimatrixGame.of(rounded))
                : LogitTracing.standard().trace(rounded);
        return new GameReport(
                game.form(),
                List.of(finding(rounded, solution.profile())),
                solution.method(),
                solution.tolerance(),
                List.of());
    }

    private GameReport allNash(RationalGame game) {
        requireTwoPlayers(game, "all-nash");
        ExtremeEquilibria equilibria = VertexEnumeration.standard().solve(game);
        NormalFormGame rounded = game.toNormalForm();
        List<GameReport.Finding> findings = new ArrayList<>();
        for (RationalProfile profile : equilibria.profiles()) {
            findings.add(exact ? finding(game, profile) : finding(rounded, profile.toDoubles()));
        }
        List<String> remarks = new ArrayList<>();
        if (equilibria.degenerate()) {
            remarks.add(
                    "the game is degenerate: these are the extreme equilibria; all equilibria are mixtures of them, in "
                            + equilibria.components().size() + " components");
            for (List<Integer> component : equilibria.components()) {
                if (component.size() > 1) {
                    remarks.add("one component joins equilibria "
                            + component.stream().map(i -> "[" + (i + 1) + "]").toList());
                }
            }
        }
        return report(game, findings, "exact vertex enumeration", remarks);
    }

    private GameReport zeroSum(RationalGame game) {
        requireTwoPlayers(game, "zero-sum");
        if (exact) {
            ExactZeroSumSolution solution = ExactZeroSumSolver.solve(game);
            return report(
                    game,
                    List.of(finding(game, solution.certificate().profile())),
                    "exact simplex",
                    List.of("value " + Quantity.of(solution.value()).text()));
        }
        NormalFormGame rounded = game.toNormalForm();
        ZeroSumSolution solution = ZeroSumSolver.standard().solve(ZeroSumGame.ofConstantSum(BimatrixGame.of(rounded)));
        return report(
                game,
                List.of(finding(rounded, MixedProfile.of(solution.row(), solution.column()))),
                solution.method(),
                List.of("value " + Quantity.of(solution.value()).text()));
    }

    private GameReport correlated(RationalGame game, CorrelatedNotion notion) {
        if (exact) {
            RationalJointDistribution distribution =
                    ExactCorrelatedSolver.of(notion).solve(game, objective).distribution();
            return report(game, List.of(finding(game, distribution, notion)), "exact simplex", List.of());
        }
        NormalFormGame rounded = game.toNormalForm();
        CorrelatedEquilibrium equilibrium = CorrelatedSolver.of(notion).solve(rounded, objective);
        return report(
                game,
                List.of(finding(rounded, equilibrium.distribution(), notion)),
                equilibrium.method(),
                List.of("objective " + Quantity.of(equilibrium.value()).text() + ", at most "
                        + Quantity.of(equilibrium.bound()).text()));
    }

    private GameReport quantal(RationalGame game) {
        if (exact) {
            throw new IllegalArgumentException(
                    "--exact cannot go with --solve quantal: logit probabilities are not rational");
        }
        NormalFormGame rounded = game.toNormalForm();
        LogitEquilibrium equilibrium = LogitTracing.standard().equilibriumAt(rounded, lambda);
        return report(
                game,
                List.of(finding(rounded, equilibrium.profile())),
                "tracing of the principal branch to lambda = " + ShortestDecimal.of(lambda),
                List.of("log-odds are off by at most "
                        + Quantity.of(equilibrium.gap()).text() + "; the regret is that of the game without noise"));
    }

    private GameReport dominance(RationalGame game) {
        Elimination elimination = exact
                ? IteratedElimination.by(Dominance.exact()).inRounds(game, DominanceNotion.STRICTLY)
                : IteratedElimination.standard().inRounds(game.toNormalForm(), DominanceNotion.STRICTLY);
        GameForm form = game.form();
        List<String> log = elimination.log().stream()
                .map(step -> "round " + step.round() + ": " + form.playerName(step.player()) + " drops "
                        + form.actionName(step.player(), step.action()))
                .toList();
        Restriction kept = elimination.kept();
        List<List<Integer>> survivors = new ArrayList<>();
        for (int player = 0; player < form.players(); player++) {
            List<Integer> actions = new ArrayList<>();
            for (int action = 0; action < kept.form().actions(player); action++) {
                actions.add(kept.originalAction(player, action));
            }
            survivors.add(actions);
        }
        return report(
                game,
                List.of(new GameReport.Survivors(survivors, log)),
                "iterated elimination of strictly dominated strategies, by mixed strategies too",
                List.of());
    }

    private GameReport commitment(RationalGame game) {
        requireTwoPlayers(game, "stackelberg");
        if (exact) {
            throw new IllegalArgumentException("--exact cannot go with --solve stackelberg");
        }
        BimatrixStackelbergGame roles = BimatrixStackelbergGame.of(BimatrixGame.of(game.toNormalForm()), leader);
        if (weak) {
            WeakCommitmentSolution solution = WeakCommitment.solve(roles);
            GameReport.Commitment finding = new GameReport.Commitment(
                    leader,
                    Quantity.of(solution.value()),
                    Quantity.ofDoubles(solution.limit()),
                    solution.response(),
                    Quantity.of(solution.certificate().gap()));
            List<String> remarks = solution.attained()
                    ? List.of()
                    : List.of(
                            "the value is approached, not attained: strategies near this one make the response the only best one");
            return new GameReport(game.form(), List.of(finding), solution.method(), solution.tolerance(), remarks);
        }
        CommitmentSolution solution = StrongCommitment.solve(roles);
        GameReport.Commitment finding = new GameReport.Commitment(
                leader,
                Quantity.of(solution.value()),
                Quantity.ofDoubles(solution.commitment()),
                solution.response(),
                Quantity.of(solution.certificate().gap()));
        return new GameReport(game.form(), List.of(finding), solution.method(), solution.tolerance(), List.of());
    }

    private void requireTwoPlayers(RationalGame game, String question) {
        if (game.players() != 2) {
            throw new IllegalArgumentException(
                    "--solve " + question + " needs a game of 2 players, this one has " + game.players());
        }
    }

    private GameReport report(
            RationalGame game, List<GameReport.Finding> findings, String method, List<String> remarks) {
        return new GameReport(game.form(), findings, method, exact ? 0 : TOLERANCE, remarks);
    }

    private static GameReport.Profile finding(NormalFormGame game, MixedProfile profile) {
        List<List<Quantity>> strategies = new ArrayList<>();
        List<Quantity> payoffs = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            strategies.add(Quantity.ofDoubles(profile.strategy(player).toArray()));
            payoffs.add(Quantity.of(game.expectedPayoff(player, profile)));
        }
        return new GameReport.Profile(strategies, payoffs, Quantity.of(game.nashGap(profile)));
    }

    private static GameReport.Profile finding(RationalGame game, RationalProfile profile) {
        List<List<Quantity>> strategies = new ArrayList<>();
        List<Quantity> payoffs = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            strategies.add(Quantity.ofFractions(profile.strategy(player)));
            payoffs.add(Quantity.of(game.expectedPayoff(player, profile)));
        }
        return new GameReport.Profile(strategies, payoffs, Quantity.of(game.nashGap(profile)));
    }

    private static GameReport.Distribution finding(
            NormalFormGame game, JointDistribution distribution, CorrelatedNotion notion) {
        GameForm form = game.form();
        double[] probabilities = distribution.toArray();
        List<GameReport.Weight> weights = new ArrayList<>();
        for (int index = 0; index < probabilities.length; index++) {
            if (probabilities[index] > 0) {
                weights.add(new GameReport.Weight(profile(form, index), Quantity.of(probabilities[index])));
            }
        }
        List<Quantity> payoffs = IntStream.range(0, form.players())
                .mapToObj(player -> Quantity.of(game.expectedPayoff(player, distribution)))
                .toList();
        double regret = notion == CorrelatedNotion.CORRELATED ? game.ceGap(distribution) : game.cceGap(distribution);
        return new GameReport.Distribution(weights, payoffs, Quantity.of(Math.max(0, regret)));
    }

    private static GameReport.Distribution finding(
            RationalGame game, RationalJointDistribution distribution, CorrelatedNotion notion) {
        GameForm form = game.form();
        List<BigFraction> probabilities = distribution.probabilities();
        List<GameReport.Weight> weights = new ArrayList<>();
        for (int index = 0; index < probabilities.size(); index++) {
            if (probabilities.get(index).signum() > 0) {
                weights.add(new GameReport.Weight(profile(form, index), Quantity.of(probabilities.get(index))));
            }
        }
        List<Quantity> payoffs = new ArrayList<>();
        BigFraction regret = BigFraction.ZERO;
        for (int player = 0; player < form.players(); player++) {
            payoffs.add(Quantity.of(game.expectedPayoff(player, distribution)));
            BigFraction gain = notion == CorrelatedNotion.CORRELATED
                    ? game.swapGap(player, distribution)
                    : game.externalGap(player, distribution);
            regret = gain.compareTo(regret) > 0 ? gain : regret;
        }
        return new GameReport.Distribution(weights, payoffs, Quantity.of(regret));
    }

    private static List<Integer> profile(GameForm form, int index) {
        return IntStream.range(0, form.players())
                .mapToObj(player -> form.action(index, player))
                .toList();
    }
}
