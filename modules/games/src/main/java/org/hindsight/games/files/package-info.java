// SPDX-License-Identifier: Apache-2.0
/**
 * Games as files that others can read.
 *
 * <p>Start with {@link org.hindsight.games.files.NfgFile}, which reads and writes the strategic-form format {@code .nfg} of
 * Gambit. A file that does not follow the format is refused with an {@link
 * org.hindsight.games.files.NfgFormatException} that says where and what was expected.
 */
@NullMarked
package org.hindsight.games.files;

import org.jspecify.annotations.NullMarked;
