package org.industrialmind.foundations.embedding;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Where rows lie on a map.
 *
 * @param coordinates [row, dimension]
 * @param loss what the method has made small; each method says what that is
 */
public record Embedding(Matrix coordinates, double loss) {}
