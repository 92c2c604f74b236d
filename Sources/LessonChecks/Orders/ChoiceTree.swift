/// Goes through all orders of a program: each leaf of the tree of its choices once, depth first.
struct ChoiceTree {
    /// The choices with which the next order begins; nil when there is none left.
    private(set) var next: [Int]? = []

    /// - Parameters:
    ///   - choices: what the run that began with ``next`` chose.
    ///   - widths: among how many it chose each time.
    mutating func advance(choices: [Int], widths: [Int]) {
        guard let last = choices.indices.last(where: { choices[$0] + 1 < widths[$0] }) else {
            next = nil
            return
        }
        next = choices[..<last] + [choices[last] + 1]
    }

    /// How many orders there would be if each run had the choices of this one, at most `limit`: a guess.
    static func size(widths: [Int], limit: Int) -> Int {
        widths.reduce(1) { min($0 * $1, limit) }
    }
}
