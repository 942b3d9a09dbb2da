package org.industrialmind.foundations.tree;

/** How mixed the classes of a node are. */
public enum Impurity {
    /** The chance that two rows drawn from the node differ in class: 1 - sum p^2. */
    GINI,
    /** The bits it takes to tell the class of a row drawn from the node: - sum p log2 p. */
    ENTROPY
}
