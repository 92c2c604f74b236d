import ConcurrencyKit

/// What the shapes mean: only those that are in the picture, four in a line.
struct SVGLegend {
    private let lines: [[Entry]]

    private struct Entry {
        let word: String
        let mark: (Double, Double) -> String
    }

    /// In pixels.
    var height: Double { Double(lines.count) * SVGLegend.lineHeight }

    private static let lineHeight = 20.0

    func elements(top: Double) -> [String] {
        lines.enumerated().flatMap { index, entries in
            entries.enumerated().flatMap { column, entry -> [String] in
                let x = 24 + Double(column) * 172
                let y = top + Double(index) * SVGLegend.lineHeight
                return [entry.mark(x, y), SVGText.element(x + 26, y, entry.word)]
            }
        }
    }

    init(_ timeline: Timeline, _ items: [TimelineFold.Item], _ axis: SVGAxis) {
        let lanes = items.compactMap { item -> Timeline.Lane? in
            if case .row(let row) = item { row.task } else { nil }
        }
        let states = lanes.flatMap(\.segments)
        var entries: [Entry] = []
        func add(_ word: String, if isThere: Bool, _ mark: @escaping (Double, Double) -> String) {
            if isThere { entries.append(Entry(word: word, mark: mark)) }
        }
        func line(_ name: String) -> (Double, Double) -> String { { SVGMarks.line(name, $0 - 10, to: $0 + 14, y: $1) } }
        add("ran", if: states.contains { $0.state == .running }) { SVGMarks.run($0, to: $0 + 4, y: $1) }
        add("ready", if: states.contains { $0.state == .ready && $0.duration > 0 }, line("ready"))
        add("waiting", if: states.contains { $0.state.glyph == .waiting && $0.duration > 0 }, line("wait"))
        add("asked to cancel", if: lanes.contains { !$0.cancelRequests.isEmpty }) {
            SVGMarks.request(x: $0, from: $1 - 8, to: $1 + 14)
        }
        let ends: [(TraceEvent.Outcome, String)] = [
            (.value(""), "returned"), (.error(type: "", description: ""), "threw"),
            (.cancelled(message: nil), "ended cancelled"),
        ]
        for (outcome, word) in ends {
            add(word, if: lanes.contains { $0.end?.outcome.glyph == outcome.glyph }) {
                SVGMarks.end(outcome, x: $0, y: $1)
            }
        }
        let isHeld = lanes.contains { lane in
            lane.join.map { $0.moment.map { $0.time > lane.end?.moment.time ?? .max } ?? false } ?? false
        }
        add("result held", if: isHeld, line("held"))
        add("joined by parent", if: isHeld) { SVGMarks.joined(x: $0, y: $1) }
        add("scope", if: lanes.count < items.count) {
            SVGMarks.bracket(x: $0 - 8, y: $1, opens: true) + SVGMarks.bracket(x: $0 + 8, y: $1, opens: false)
        }
        add("deadline", if: timeline.scopes.contains { $0.deadline.map(axis.isOnAxis) ?? false }) {
            #"<path style="fill:var(--ink)" d="M\#(SVGText.number($0)) \#(SVGText.number($1 + 4))l-5 -8h10z"/>"#
        }
        lines = stride(from: 0, to: entries.count, by: 4).map { Array(entries[$0..<min($0 + 4, entries.count)]) }
    }
}
