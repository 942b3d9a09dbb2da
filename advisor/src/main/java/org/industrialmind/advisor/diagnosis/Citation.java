package org.industrialmind.advisor.diagnosis;

/**
 * Where a statement comes from.
 *
 * @param source the document or standard
 * @param text what is taken from it
 */
public record Citation(String source, String text) {}
