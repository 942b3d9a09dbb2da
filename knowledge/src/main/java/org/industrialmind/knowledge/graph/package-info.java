/** The plant as a graph: what stands where, what it can suffer from, and which signals show it. */
@NullMarked
package org.industrialmind.knowledge.graph;

import org.jspecify.annotations.NullMarked;
