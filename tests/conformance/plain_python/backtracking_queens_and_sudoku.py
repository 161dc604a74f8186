# Backtracking with generators: the eight queens, a small sudoku and subset sums.
def queens(n, row=0, columns=()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if all(c != q and abs(c - q) != row - r for r, q in enumerate(columns)):
            yield from queens(n, row + 1, columns + (c,))


solutions = list(queens(6))
print(len(solutions), solutions[0])
for q in next(queens(8)):
    print("." * q + "Q" + "." * (7 - q))


def solve(board):
    for i, row in enumerate(board):
        for j, v in enumerate(row):
            if v == 0:
                used = set(row) | {r[j] for r in board}
                bi, bj = i // 2 * 2, j // 2 * 2
                used |= {board[a][b] for a in range(bi, bi + 2) for b in range(bj, bj + 2)}
                for guess in sorted({1, 2, 3, 4} - used):
                    board[i][j] = guess
                    if solve(board):
                        return True
                board[i][j] = 0
                return False
    return True


puzzle = [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]
print(solve(puzzle))
print("\n".join(" ".join(map(str, row)) for row in puzzle))


def subsets_with_sum(numbers, target):
    if target == 0:
        yield []
    elif numbers and target > 0:
        first, *rest = numbers
        for s in subsets_with_sum(rest, target - first):
            yield [first] + s
        yield from subsets_with_sum(rest, target)


print(list(subsets_with_sum([2, 3, 5, 6, 8, 10], 10)))


def change(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for a in range(coin, amount + 1):
            ways[a] += ways[a - coin]
    return ways[amount]


print(change(100, [1, 2, 5, 10, 20, 50, 100]), change(3, [2]))
