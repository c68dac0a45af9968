// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.Source;

/** The paper that the transformations come from. */
final class TransformationSource {
    static final Source PAPER = new Source(
            "Dai, Flanigan, Haghtalab, Jagadeesan, Podimata", 2024, "black-box transformations", "arXiv:2401.05304");

    private TransformationSource() {}
}
