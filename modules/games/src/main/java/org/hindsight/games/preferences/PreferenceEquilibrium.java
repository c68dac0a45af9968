// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

/**
 * The equilibrium of a preference game, certified.
 *
 * @param policy p*, to within the gap
 * @param certificate its duality gap, at most the tolerance
 * @param method how it was found
 * @param tolerance the gap that was asked for
 * @param queries the number of products with the preference matrix
 */
public record PreferenceEquilibrium(
        SoftmaxPolicy policy, PreferenceCertificate certificate, String method, double tolerance, long queries) {}
