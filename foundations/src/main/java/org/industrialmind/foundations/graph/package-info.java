/**
 * Graphs of numbered nodes and weighted edges, and what is asked of them: ways, trees, components, ranks and communities.
 * What the nodes stand for is known elsewhere.
 */
@NullMarked
package org.industrialmind.foundations.graph;

import org.jspecify.annotations.NullMarked;
