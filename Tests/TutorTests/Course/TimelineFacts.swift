import Foundation

@testable import TutorKit

/// What a form of a timeline says of one task or scope, read back from its characters.
struct RowFacts: Equatable, CustomStringConvertible {
    /// As far as it is shown.
    var name: String
    /// "returned receipt", "threw NetError", "cancelled +50", "unfinished"; as far as it is shown.
    var outcome: String
    /// The cell of the first turn, and of the end.
    var begin: Int?
    var end: Int?
    /// The cell in which the parent took the result.
    var joined: Int?
    /// The cells of requests to cancel that came before the end.
    var requests: Set<Int>

    var description: String {
        "\(name): \(outcome), \(begin ?? -1)-\(end ?? -1), joined \(joined ?? -1), asked \(requests.sorted())"
    }
}

/// What a whole form says.
struct TimelineFacts: Equatable {
    var rows: [RowFacts] = []
    var total = ""
    var sumOfWaits = ""

    /// Reads the drawing, 80 columns wide, in ASCII.
    init(drawing: String) {
        let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines.dropFirst(2).prefix(while: { !$0.isEmpty }) {
            let label = line.prefix(18)
            let cells = line.dropFirst(18).prefix(44).enumerated()
            let name = String(label.drop { "|` ".contains($0) }).trimmingWhitespace
            func first(_ signs: String) -> Int? { cells.first { signs.contains($0.element) }?.offset }
            let end = first("|Ex]")
            rows.append(
                RowFacts(
                    name: name,
                    outcome: String(line.dropFirst(63)),
                    begin: first("#|Ex[]!"),
                    end: end,
                    joined: first("+"),
                    requests: Set(cells.filter { $0.element == "!" }.map(\.offset))
                )
            )
        }
        let totals = lines.last { $0.hasPrefix("total ") }?.components(separatedBy: "   ") ?? []
        total = String(totals.first?.dropFirst(6) ?? "")
        sumOfWaits = String(totals.last?.dropFirst(13) ?? "")
    }

    /// Reads the sentences; where a time is in the drawing follows from the axis.
    init(sentences: String, on axis: TimelineAxis) {
        for line in sentences.split(separator: "\n").map(String.init) {
            if line.hasPrefix("Summary: ") {
                let parts = line.components(separatedBy: ", ")
                total = parts[1].replacing(" virtual time", with: "")
                sumOfWaits = parts[2].components(separatedBy: " sum of waits")[0]
            } else if line.hasPrefix("Task ") {
                rows.append(TimelineFacts.task(line, on: axis))
            } else if ["Timeout ", "Shield", "Group"].contains(where: line.hasPrefix) {
                rows.append(TimelineFacts.scope(line, on: axis))
            }
        }
    }

    private static func task(_ line: String, on axis: TimelineAxis) -> RowFacts {
        let colon = line.range(of: ": started at ") ?? line.range(of: ": created at ") ?? line.endIndex..<line.endIndex
        let name = line[..<colon.lowerBound].dropFirst(5).components(separatedBy: ", child of ")[0]
        let facts = String(line[colon.upperBound...])
        let ends = ["Returned", "Threw", "Cancelled", "Unfinished"].compactMap { facts.range(of: $0) }
        let end = ends.min { $0.lowerBound < $1.lowerBound } ?? facts.endIndex..<facts.endIndex
        let (before, after) = (String(facts[..<end.lowerBound]), String(facts[end.lowerBound...]))
        let held = after.range(of: " Held until ").map { String(after[$0.upperBound...]) }
        var outcome = after.components(separatedBy: " Held until ")[0]
        outcome = String(outcome.dropLast())
        var time: String?
        if let at = outcome.range(of: " at ", options: .backwards), outcome.hasSuffix(" ms") {
            time = String(outcome[at.upperBound...])
            outcome = String(outcome[..<at.lowerBound])
        }
        // "Waited for 3 children until 200 ms. Threw NetError."
        let ended = time ?? before.components(separatedBy: " until ").last
        let asked = before.components(separatedBy: "Asked to cancel at ").dropFirst().first?.prefix { $0 != "." } ?? ""
        if outcome == "Cancelled", let tidied = before.components(separatedBy: "Tidied up ").dropFirst().first {
            outcome += " +\(tidied.prefix { $0 != " " })"
        }
        return RowFacts(
            name: name,
            outcome: outcome.prefix(1).lowercased() + outcome.dropFirst(),
            begin: axis.cell(at: nanoseconds(facts)),
            end: outcome == "Unfinished" ? nil : axis.cell(at: nanoseconds(ended ?? "")),
            joined: held.map { axis.cell(at: nanoseconds($0)) },
            requests: Set(
                asked.components(separatedBy: ", again at ").filter { !$0.isEmpty }.map {
                    axis.cell(at: nanoseconds($0))
                }
            )
        )
    }

    private static func scope(_ line: String, on axis: TimelineAxis) -> RowFacts {
        func time(after words: String) -> Int64? {
            line.range(of: words).map { nanoseconds(String(line[$0.upperBound...])) }
        }
        let kind = line.prefix { $0 != " " }.lowercased()
        let length = time(after: "Timeout of ").map {
            TimelineTime(clock: .virtual).inWords($0).replacing(" ", with: "")
        }
        let (expired, left) = (time(after: "Ran out at "), time(after: "Left in time at "))
        let (letGo, closed) = (time(after: "Let go at "), time(after: "Closed at "))
        let outcome: String
        if let expired, let closed {
            outcome = closed > expired ? "expired +\(TimelineTime.exact(closed - expired))" : "expired"
        } else {
            outcome = left != nil ? "in time" : letGo != nil ? "let go" : closed != nil ? "closed" : "open"
        }
        let end = (closed ?? left ?? letGo).map(axis.cell)
        let asked = expired.map(axis.cell)
        return RowFacts(
            name: length.map { "\(kind) \($0)" } ?? kind,
            outcome: outcome,
            begin: time(after: "opened at ").map(axis.cell),
            end: end,
            joined: nil,
            requests: asked.flatMap { $0 == end ? nil : [$0] } ?? []
        )
    }

    /// The number at the beginning of a text in milliseconds.
    private static func nanoseconds(_ text: String) -> Int64 {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let trimmed = number.hasSuffix(".") ? number.dropLast() : number
        return Int64(((Double(trimmed) ?? -1) * 1_000_000).rounded())
    }
}
