// SPDX-License-Identifier: Apache-2.0
/** Dense kernels. */
@NullMarked
package org.hindsight.core.linear.dense;

import org.jspecify.annotations.NullMarked;
