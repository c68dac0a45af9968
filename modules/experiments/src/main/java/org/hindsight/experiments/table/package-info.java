// SPDX-License-Identifier: Apache-2.0
/** Result tables: {@link org.hindsight.experiments.table.Table} and its CSV form, to the last bit. */
@NullMarked
package org.hindsight.experiments.table;

import org.jspecify.annotations.NullMarked;
