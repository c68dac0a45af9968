// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

class NfgFileProperties {
    @Property
    void gamesAreReadBackUnchanged(@ForAll("files") NfgFile file) {
        String text = file.text();
        assertThat(NfgFile.parse(text)).isEqualTo(file);
        assertThat(NfgFile.parse(text).text()).isEqualTo(text);
        assertThat(NfgFile.parse(text.replace("\n", "\r\n")).game().players())
                .isEqualTo(file.game().players());
    }

    @Property(tries = 1000)
    void numbersAreReadBackUnchanged(@ForAll("numbers") BigFraction number) {
        String text = ExactNumber.format(number);
        assertThat(ExactNumber.parse(text)).isEqualByComparingTo(number);
        if (!text.contains("/")) {
            assertThat(new BigDecimal(text))
                    .isEqualByComparingTo(
                            new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator())));
        }
    }

    @Property(tries = 1000)
    void doublesAreReadBackUnchanged(@ForAll long bits) {
        double payoff = Double.longBitsToDouble(bits);
        if (!Double.isFinite(payoff) || Math.abs(payoff) > 1e300) {
            return;
        }
        NormalFormGame game = NormalFormGame.of(GameForm.of(2), new double[][] {{payoff, 0.1}});
        NfgFile file = NfgFile.of(game);
        assertThat(file.text()).doesNotContain("/");
        assertThat(NfgFile.parse(file.text()).game().toNormalForm()).isEqualTo(game);
    }

    /** Whatever is cut off, what remains is refused with a place in it, unless only white space or a digit is lost. */
    @Property
    void truncatedFilesAreRefusedWhereTheyEnd(@ForAll("files") NfgFile file, @ForAll double fraction) {
        String text = file.text();
        int length = (int) (Math.abs(fraction) % 1 * text.lastIndexOf(' '));
        int lines =
                (int) text.substring(0, length).chars().filter(c -> c == '\n').count() + 1;
        try {
            NfgFile.parse(text.substring(0, length));
            assertThat(file.game().players()).isEqualTo(1);
        } catch (NfgFormatException e) {
            assertThat(e.line()).isBetween(1, lines);
            assertThat(e.column()).isPositive();
            assertThat(e).hasMessageStartingWith("line " + e.line() + ", column " + e.column() + ": expected ");
        }
    }

    @Provide
    Arbitrary<NfgFile> files() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars('a', '"', '\\', ' ', '{', '}', '\n', ',', '1', '\u00e9', '\u20ac')
                .ofMaxLength(5);
        Arbitrary<List<Integer>> shapes =
                Arbitraries.integers().between(1, 3).list().ofMinSize(1).ofMaxSize(3);
        return shapes.flatMap(shape -> {
            int labels = shape.stream().mapToInt(n -> n).sum() + shape.size() + 2;
            int profiles = shape.stream().reduce(1, (a, b) -> a * b);
            return Combinators.combine(
                            names.list().ofSize(labels), numbers().list().ofSize(profiles * shape.size()))
                    .as((strings, payoffs) -> file(shape, strings, payoffs));
        });
    }

    private static NfgFile file(List<Integer> shape, List<String> strings, List<BigFraction> payoffs) {
        int players = shape.size();
        int next = 2 + players;
        List<List<String>> actions = new ArrayList<>();
        for (int n : shape) {
            actions.add(strings.subList(next, next + n));
            next += n;
        }
        GameForm form = GameForm.of(strings.get(0), strings.subList(2, 2 + players), actions);
        RationalGame game = RationalGame.of(
                form, (player, profile) -> payoffs.get(player * form.profiles() + form.profileIndex(profile)));
        return NfgFile.of(game, strings.get(1));
    }

    /** Small integers, fractions, decimals of every size, and doubles with all their binary digits. */
    @Provide
    Arbitrary<BigFraction> numbers() {
        Arbitrary<Long> longs = Arbitraries.longs().withDistribution(RandomDistribution.uniform());
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-9, 9).map(BigFraction::new),
                Combinators.combine(
                                Arbitraries.integers(), Arbitraries.integers().between(1, 1000))
                        .as(BigFraction::new),
                Combinators.combine(longs, Arbitraries.integers().between(-500, 500))
                        .as((digits, scale) -> ExactNumber.decimal(BigDecimal.valueOf(digits % 1_000_000, scale))),
                Combinators.combine(longs, longs)
                        .as((p, q) -> new BigFraction(BigInteger.valueOf(p), BigInteger.valueOf(q | 1))),
                longs.map(bits -> new BigFraction(Math.scalb((double) bits, -100))));
    }
}
