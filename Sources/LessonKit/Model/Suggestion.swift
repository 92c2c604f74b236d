/// "Did you mean 'gather'?": the nearest of the names that would have been right.
public enum Suggestion {
    /// The candidate that is nearest to what was written, or nil if none is near.
    ///
    /// Near means few edits: insertions, deletions, replacements and swaps of neighbours (Damerau's distance, each pair
    /// swapped at most once). One edit for names of up to 3 characters, two up to 7, three for longer ones, and never
    /// as many as the name is long. Case is ignored. Of equally near candidates, the first is taken.
    ///
    /// - Parameter edits: allows fewer than that.
    public static func nearest(to name: String, among candidates: some Sequence<String>, edits: Int = 3) -> String? {
        let written = Array(name.lowercased())
        guard !written.isEmpty, written.count <= longest else { return nil }
        let limit = min(edits, limit(written.count))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            // A difference in length is at least as many edits.
            guard abs(candidate.count - written.count) <= limit else { continue }
            let distance = distance(written, Array(candidate.lowercased()))
            guard distance <= limit, distance < max(written.count, candidate.count) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// `"; did you mean 'gather'?"`, to be put behind a message that names what was written.
    ///
    /// - Parameter otherwise: what stands there if no candidate is near, such as the list of all.
    public static func clause(
        for name: String,
        among candidates: some Sequence<String>,
        otherwise: @autoclosure () -> String = ""
    ) -> String {
        nearest(to: name, among: candidates).map { "; did you mean '\($0)'?" } ?? otherwise()
    }

    /// Nobody mistypes a name this long; and the table of distances stays small on hostile input.
    private static let longest = 64

    private static func limit(_ length: Int) -> Int {
        length <= 3 ? 1 : length <= 7 ? 2 : 3
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
