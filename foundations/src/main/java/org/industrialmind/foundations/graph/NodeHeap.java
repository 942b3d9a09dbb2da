package org.industrialmind.foundations.graph;

/** Nodes by the least key first, whose keys can be lowered: a binary heap that knows the place of each node. */
final class NodeHeap {
    private final int[] nodes;
    private final double[] keys; // [node]
    private final int[] places; // [node]: its place in the heap + 1, 0 where it is not in it
    private int size;

    NodeHeap(int n) {
        nodes = new int[n];
        keys = new double[n];
        places = new int[n];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a node, or lowers its key if it is there with a higher one. */
    void lower(int node, double key) {
        if (places[node] == 0) {
            nodes[size] = node;
            places[node] = ++size;
        } else if (key >= keys[node]) {
            return;
        }
        keys[node] = key;
        rise(places[node] - 1);
    }

    int removeLeast() {
        int least = nodes[0];
        places[least] = 0;
        size--;
        if (size > 0) {
            put(nodes[size], 0);
            sink(0);
        }
        return least;
    }

    private void put(int node, int at) {
        nodes[at] = node;
        places[node] = at + 1;
    }

    private void rise(int from) {
        int at = from;
        int node = nodes[at];
        while (at > 0 && keys[node] < keys[nodes[(at - 1) / 2]]) {
            put(nodes[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(node, at);
    }

    private void sink(int from) {
        int at = from;
        int node = nodes[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && keys[nodes[child + 1]] < keys[nodes[child]]) {
                child++;
            }
            if (keys[node] <= keys[nodes[child]]) {
                break;
            }
            put(nodes[child], at);
            at = child;
        }
        put(node, at);
    }
}
