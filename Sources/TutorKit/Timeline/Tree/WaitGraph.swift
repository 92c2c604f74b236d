/// Which task waits for which others.
struct WaitGraph {
    private let waitsFor: [Int: [Int]]

    init(_ waitsFor: [Int: [Int]]) { self.waitsFor = waitsFor }

    /// The first circle found from the lowest task on, from its lowest task to itself again; empty if there is none.
    var cycle: [Int] {
        var done: Set<Int> = []
        for start in waitsFor.keys.sorted() where !done.contains(start) {
            // By a stack of its own: a hostile trace may be a million deep.
            var path: [Int] = [start]
            var place: [Int: Int] = [start: 0]
            var next: [Int] = [0]
            while let task = path.last, let edge = next.last {
                let others = waitsFor[task] ?? []
                guard edge < others.count else {
                    done.insert(task)
                    place[task] = nil
                    path.removeLast()
                    next.removeLast()
                    continue
                }
                next[next.count - 1] += 1
                let other = others[edge]
                if let first = place[other] { return closed(path[first...]) }
                guard !done.contains(other) else { continue }
                place[other] = path.count
                path.append(other)
                next.append(0)
            }
        }
        return []
    }

    private func closed(_ circle: ArraySlice<Int>) -> [Int] {
        guard let least = circle.min(), let index = circle.firstIndex(of: least) else { return [] }
        return Array(circle[index...] + circle[..<index]) + [least]
    }
}
