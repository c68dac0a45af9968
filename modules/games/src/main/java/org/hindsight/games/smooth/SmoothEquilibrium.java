// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.games.MixedProfile;

/**
 * A smooth equilibrium with its certificate.
 *
 * @param profile the strategies
 * @param certificate that they are an equilibrium, and whether a strong one
 * @param method how it was found
 * @param tolerance the gap that was asked for
 * @param pivots the pivots of all paths that were followed
 * @param restarts the paths of Lemke's algorithm that were given up
 */
public record SmoothEquilibrium(
        MixedProfile profile,
        SmoothCertificate certificate,
        String method,
        double tolerance,
        long pivots,
        int restarts) {}
