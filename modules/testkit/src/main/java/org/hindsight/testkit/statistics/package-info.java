// SPDX-License-Identifier: Apache-2.0
/**
 * Statistical assertions that say how often they cry wolf.
 *
 * <p>A test of a randomised algorithm fails now and then although the algorithm is right. Every assertion here takes the
 * probability of that, its false-alarm probability, and compares with the threshold that a named inequality or law gives
 * for it:
 *
 * <table>
 * <caption>Which assertion to take</caption>
 * <tr><th>claim</th><th>class</th><th>the declared probability holds</th></tr>
 * <tr><td>a mean of bounded values</td><td>{@link org.hindsight.testkit.statistics.Hoeffding}</td>
 * <td>for every sample size</td></tr>
 * <tr><td>the same, of small variance</td><td>{@link org.hindsight.testkit.statistics.EmpiricalBernstein}</td>
 * <td>for every sample size</td></tr>
 * <tr><td>the probability of an event</td><td>{@link org.hindsight.testkit.statistics.ExactBinomial}</td>
 * <td>for every sample size, with nothing to spare</td></tr>
 * <tr><td>frequencies of categories</td><td>{@link org.hindsight.testkit.statistics.RelativeEntropy}</td>
 * <td>for every sample size</td></tr>
 * <tr><td>the same, sharper</td><td>{@link org.hindsight.testkit.statistics.ChiSquare}</td>
 * <td>only as expected counts grow</td></tr>
 * <tr><td>a distribution on the line</td><td>{@link org.hindsight.testkit.statistics.KolmogorovSmirnov}</td>
 * <td>for every sample size</td></tr>
 * </table>
 *
 * <pre>{@code
 * BoundedSample regrets = BoundedSample.in(0, 1);
 * for (int run = 0; run < 100_000; run++) {
 *     regrets.add(averageRegret(run));
 * }
 * Hoeffding.assertMeanAtMost(regrets, 0.02, 1e-6);
 * }</pre>
 *
 * <p>Seeds should be fixed, so that a test that passes goes on passing. The probability is that of one assertion: a suite
 * of m assertions at alpha each cries wolf with probability at most m alpha. A failed assertion throws {@link
 * AssertionError} with the statistic, the threshold, the sample size and the false-alarm probability; input that makes no
 * sense throws {@link IllegalArgumentException}.
 */
@NullMarked
package org.hindsight.testkit.statistics;

import org.jspecify.annotations.NullMarked;
