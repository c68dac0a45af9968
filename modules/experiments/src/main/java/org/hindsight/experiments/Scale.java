// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.Locale;

/** How large an experiment is run. */
public enum Scale {
    /** Small enough for a look: seconds to a minute on two cores, same shapes, wider bands. */
    QUICK,
    /** The parameters of the paper, or larger. */
    PAPER;

    /**
     * Returns the scale's name as it is typed.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
