// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What the generator's bits are. That they look random is {@link Xoshiro256PlusPlusUniformityTest}'s matter. */
class Xoshiro256PlusPlusTest {
    /** The authors' C program started at 1, 2, 3, 4, run on its own. */
    @Test
    void publishedOutputs() {
        Xoshiro256PlusPlus generator = Xoshiro256PlusPlus.ofState(1, 2, 3, 4);
        String[] expected = {
            "41943041",
            "58720359",
            "3588806011781223",
            "3591011842654386",
            "9228616714210784205",
            "9973669472204895162",
            "14011001112246962877",
            "12406186145184390807",
            "15849039046786891736",
            "10450023813501588000"
        };
        for (String word : expected) {
            assertThat(Long.toUnsignedString(generator.nextLong())).isEqualTo(word);
        }
    }

    @Test
    void agreesWithTheJdk() {
        Xoshiro256PlusPlus states = Xoshiro256PlusPlus.seeded(99);
        for (int trial = 0; trial < 20; trial++) {
            ByteBuffer state = ByteBuffer.allocate(32);
            long[] words = new long[4];
            for (int i = 0; i < 4; i++) {
                // JDK 17 reads seed bytes with their sign, so only small bytes give the state we mean.
                words[i] = states.nextLong() & 0x7f7f7f7f7f7f7f7fL;
                state.putLong(words[i]);
            }
            RandomGenerator reference =
                    RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(state.array());
            Xoshiro256PlusPlus ours = Xoshiro256PlusPlus.ofState(words[0], words[1], words[2], words[3]);
            for (int i = 0; i < 1000; i++) {
                assertThat(ours.nextLong()).isEqualTo(reference.nextLong());
            }
        }
    }

    /** The authors' C programs: SplitMix64 from the seed fills the state, xoshiro256++ continues. */
    @Test
    void seedsAreExpandedBySplitMix64() {
        assertWords(0, 0x53175d61490b23dfL, 0x61da6f3dc380d507L, 0x5c0fdf91ec9a7bfcL, 0x02eebf8c3bbe5e1aL);
        assertWords(1234567, 0x0610e053dd55ab68L, 0x70c979e26e27fbacL, 0xfb95f99f9f6bb2deL, 0x03890aaecd9fa80aL);
        assertWords(-1, 0x56ccf8ce948e27b2L, 0xe68588432e5a5b90L, 0xe3e9b5a48119ca8bL, 0x460f19495532ae73L);
    }

    private static void assertWords(long seed, long... expected) {
        Xoshiro256PlusPlus seeded = Xoshiro256PlusPlus.seeded(seed);
        Xoshiro256PlusPlus reseeded = Xoshiro256PlusPlus.seeded(5);
        reseeded.nextLong();
        reseeded.reseed(seed);
        for (long word : expected) {
            assertThat(seeded.nextLong()).isEqualTo(word);
            assertThat(reseeded.nextLong()).isEqualTo(word);
        }
    }

    @Test
    void copiesContinueAlikeAndApart() {
        Xoshiro256PlusPlus original = Xoshiro256PlusPlus.seeded(8);
        original.nextLong();
        Xoshiro256PlusPlus copy = original.copy();
        long first = original.nextLong();
        original.nextLong();
        assertThat(copy.nextLong()).isEqualTo(first);
        assertThat(copy.nextLong()).isNotEqualTo(original.nextLong());
    }

    @Test
    void derivedNumbersAreTheDocumentedBits() {
        Xoshiro256PlusPlus words = Xoshiro256PlusPlus.seeded(12);
        Xoshiro256PlusPlus derived = words.copy();
        for (int i = 0; i < 1000; i++) {
            assertThat(derived.nextInt()).isEqualTo((int) (words.nextLong() >> 32));
            assertThat(derived.nextBoolean()).isEqualTo(words.nextLong() < 0);
            assertThat(derived.nextDouble() * 0x1.0p53).isEqualTo((double) (words.nextLong() >>> 11));
            assertThat(derived.nextFloat() * 0x1.0p24f).isEqualTo((float) (words.nextLong() >>> 40));
        }
        byte[] bytes = new byte[13];
        derived.nextBytes(bytes);
        long first = words.nextLong();
        long second = words.nextLong();
        for (int i = 0; i < 13; i++) {
            assertThat(bytes[i]).isEqualTo((byte) ((i < 8 ? first : second) >>> (8 * (i % 8))));
        }
        assertThat(derived.nextLong()).isEqualTo(words.nextLong());
        derived.nextBytes(new byte[0]);
        assertThat(derived.nextLong()).isEqualTo(words.nextLong());
    }

    /** Pinned, so that a change of any sampler is noticed: these numbers are promised to stay. */
    @Test
    void samplersKeepTheirNumbers() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        assertThat(random.nextGaussian()).isEqualTo(-0.5102467031384619);
        assertThat(random.nextGaussian()).isEqualTo(-0.7323289185485465);
        assertThat(random.nextGaussian()).isEqualTo(0.47987167616201215);
        assertThat(random.nextGaussian()).isEqualTo(-0.46640171326224417);
        assertThat(random.nextExponential()).isEqualTo(0.2041728534547541);
        assertThat(random.nextExponential()).isEqualTo(0.8927668134825403);
        assertThat(random.nextExponential()).isEqualTo(4.333166274218304);
        assertThat(new int[] {random.nextInt(10), random.nextInt(10), random.nextInt(10), random.nextInt(10)})
                .containsExactly(5, 0, 1, 9);
        assertThat(new int[] {random.nextInt(10), random.nextInt(10)}).containsExactly(3, 0);
        assertThat(random.nextLong(1L << 40)).isEqualTo(169502844964L);
        assertThat(random.nextLong(1L << 40)).isEqualTo(684689015901L);
    }

    @Test
    void smallestAndLargestBounds() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(13);
        for (int i = 0; i < 10_000; i++) {
            assertThat(random.nextInt(1)).isZero();
            assertThat(random.nextLong(1)).isZero();
            assertThat(random.nextInt(7, 8)).isEqualTo(7);
            assertThat(random.nextLong(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
            assertThat(random.nextInt((1 << 30) + 1)).isBetween(0, 1 << 30);
            assertThat(random.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
            assertThat(random.nextLong(Long.MAX_VALUE)).isBetween(0L, Long.MAX_VALUE - 1);
            assertThat(random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE)).isLessThan(Integer.MAX_VALUE);
            assertThat(random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE)).isLessThan(Long.MAX_VALUE);
            assertThat(random.nextLong(-3, Long.MAX_VALUE)).isBetween(-3L, Long.MAX_VALUE - 1);
            assertThat(random.nextInt(-2, 1)).isBetween(-2, 0);
            assertThat(random.nextDouble(1, Math.nextUp(1.0))).isEqualTo(1);
            assertThat(random.nextDouble(-Double.MAX_VALUE, Double.MAX_VALUE))
                    .isFinite()
                    .isLessThan(Double.MAX_VALUE);
            assertThat(random.nextDouble(Double.MIN_VALUE)).isZero();
            assertThat(random.nextDouble(-1, 3)).isBetween(-1.0, Math.nextDown(3.0));
            assertThat(random.nextFloat(1, Math.nextUp(1f))).isEqualTo(1);
            assertThat(random.nextFloat(-Float.MAX_VALUE, Float.MAX_VALUE))
                    .isFinite()
                    .isLessThan(Float.MAX_VALUE);
            assertThat(random.nextFloat(5)).isBetween(0f, Math.nextDown(5f));
            assertThat(random.nextGaussian(3, 0)).isEqualTo(3);
        }
    }

    @Test
    void badInputIsRefused() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Xoshiro256PlusPlus.ofState(0, 0, 0, 0))
                .withMessage("state must have a non-zero word, was all zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.nextInt(0))
                .withMessage("bound must be at least 1, was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextLong(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random.nextInt(2, 2))
                .withMessage("origin 2 must be less than bound 2");
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextLong(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(0));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextFloat(0));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextFloat(0, Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextFloat(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextGaussian(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextGaussian(Double.NaN, 1));
    }
}
