// SPDX-License-Identifier: Apache-2.0
/**
 * Who pays when people respond to a classifier: institutional utility against social burden.
 *
 * <p>The model of S. Milli, J. Miller, A. D. Dragan and M. Hardt, "The social cost of strategic classification" (2019),
 * arXiv:1808.08460. Start with {@link org.hindsight.strategic.burden.OutcomePopulation} for the people, choose what a
 * climb costs them with {@link org.hindsight.strategic.burden.LinearOutcomeCost} or an {@link
 * org.hindsight.strategic.burden.OutcomeMonotonicCost} of your own, and let {@link
 * org.hindsight.strategic.burden.SocialBurden} compute utility, burden and social gap for every threshold:
 *
 * <pre>{@code
 * OutcomePopulation people = OutcomePopulation.of(
 *         new double[] {0.1, 0.3, 0.5, 0.7, 0.9}, new double[] {0.2, 0.2, 0.2, 0.2, 0.2});
 * BurdenCurve curve = SocialBurden.under(LinearOutcomeCost.of(2)).curve(people);
 * BurdenPoint best = curve.institutionalOptimum();
 * }</pre>
 */
@NullMarked
package org.hindsight.strategic.burden;

import org.jspecify.annotations.NullMarked;
