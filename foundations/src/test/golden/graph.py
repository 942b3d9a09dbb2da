"""Ways, parts, trees by scipy.sparse.csgraph; walks by solving their linear equations with NumPy."""
import numpy as np
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse import csgraph
from golden import Golden

SEED = 20261120
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)

n = 24
edges = {}
for _ in range(48):
    a, b = random.integers(0, n, 2)
    if a != b:
        edges[(int(a), int(b))] = round(float(random.uniform(0.1, 5)), 3)
golden.add("edges", [(a, b, w) for (a, b), w in edges.items()])
matrix = csr_matrix((list(edges.values()), tuple(zip(*edges))), shape=(n, n))
golden.add("distances", csgraph.dijkstra(matrix, indices=[0, 5, 11]))
golden.add("hops", csgraph.dijkstra(matrix, indices=[0, 5, 11], unweighted=True))
golden.add("strong", csgraph.connected_components(matrix, connection="strong")[1])
golden.add("weak", csgraph.connected_components(matrix, connection="weak")[1])

pairs = {}
for (a, b), w in edges.items():
    pairs.setdefault((min(a, b), max(a, b)), w)
golden.add("pairs", [(a, b, w) for (a, b), w in pairs.items()])
undirected = csr_matrix((list(pairs.values()), tuple(zip(*pairs))), shape=(n, n))
tree = csgraph.minimum_spanning_tree(undirected)
golden.add("tree_weight", tree.sum())
golden.add("tree_edges", tree.nnz)


def walk(follow, start):
    """at = follow P' at + (1 - follow) start, dead ends return to the start: one linear system."""
    dense = matrix.toarray()
    sums = dense.sum(axis=1)
    p = np.array([dense[i] / sums[i] if sums[i] > 0 else start for i in range(n)])
    return np.linalg.solve(np.eye(n) - follow * p.T, (1 - follow) * start)


golden.add("pagerank", walk(0.85, np.full(n, 1 / n)))
golden.add("restart", walk(0.7, np.eye(n)[3]))
golden.write()
