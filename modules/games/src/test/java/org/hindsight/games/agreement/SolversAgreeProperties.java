// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.nash.EquilibriumException;
import org.hindsight.games.nash.LogitTracing;

/** All solvers on the same random games, degenerate ones included. */
class SolversAgreeProperties {
    @Provide
    Arbitrary<GameSample> small() {
        return GameSample.ofTwoPlayers(4);
    }

    @Provide
    Arbitrary<GameSample> larger() {
        return GameSample.ofTwoPlayers(6);
    }

    @Provide
    Arbitrary<GameSample> three() {
        return GameSample.ofThreePlayers(3);
    }

    @Property(tries = 800)
    void ofTwoPlayers(@ForAll("small") GameSample sample) {
        SolverAgreement.check(sample.game(), sample.kind().isWhole());
    }

    @Property(tries = 600)
    void ofMatrices(@ForAll("small") GameSample sample) {
        SolverAgreement.checkMatrix(matrix(sample), sample.kind().isWhole());
    }

    private static ZeroSumGame matrix(GameSample sample) {
        BimatrixGame game = sample.bimatrix();
        return ZeroSumGame.of(game.rows(), game.columns(), game.rowPayoffs());
    }

    @Property(tries = 300)
    void ofThreePlayers(@ForAll("three") GameSample sample) {
        SolverAgreement.check(sample.game(), sample.kind().isWhole());
    }

    @Property(tries = 5_000)
    @Tag("slow")
    void manyOfTwoPlayers(@ForAll("larger") GameSample sample) {
        SolverAgreement.check(sample.game(), sample.kind().isWhole());
    }

    @Property(tries = 5_000)
    @Tag("slow")
    void manyMatrices(@ForAll("larger") GameSample sample) {
        SolverAgreement.checkMatrix(matrix(sample), sample.kind().isWhole());
    }

    @Property(tries = 5_000)
    @Tag("slow")
    void manyOfThreePlayers(@ForAll("three") GameSample sample) {
        SolverAgreement.check(sample.game(), sample.kind().isWhole());
    }

    /** The path ends near a degenerate equilibrium, where systems are nearly singular; or has a narrow hairpin bend. */
    @Example
    void tracingKeepsToDifficultPaths() {
        List<GameSample> samples = List.of(
                new GameSample(List.of(3, 3), GameSample.Kind.SMALL_RANGE, 10),
                new GameSample(List.of(4, 3), GameSample.Kind.TERNARY, 651),
                new GameSample(List.of(2, 3, 2), GameSample.Kind.TERNARY, 697),
                new GameSample(List.of(2, 4), GameSample.Kind.CORRELATED, 603));
        for (GameSample sample : samples) {
            assertThat(LogitTracing.standard().trace(sample.game()).gap()).isLessThanOrEqualTo(1e-8);
        }
    }

    /** Tracing refuses about one game in ten thousand of these kinds, all of them degenerate, and none of these. */
    @Example
    void tracingRarelyRefuses() {
        int refused = 0;
        for (int seed = 0; seed < 100; seed++) {
            for (GameSample.Kind kind : GameSample.Kind.values()) {
                GameSample sample = new GameSample(List.of(1 + seed % 3, 2 + seed % 2, 1 + seed % 2), kind, seed);
                try {
                    LogitTracing.standard().trace(sample.game());
                } catch (EquilibriumException lost) {
                    refused++;
                }
            }
        }
        assertThat(refused).isZero();
    }
}
