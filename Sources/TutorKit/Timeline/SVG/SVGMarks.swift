import ConcurrencyKit

/// The shapes that states have, around a point or along a line.
enum SVGMarks {
    static func run(_ x: Double, to end: Double, y: Double) -> String {
        let width = max(4, end - x)
        return #"<rect class="run" x="\#(n(x - 2))" y="\#(n(y - 7))" width="\#(n(width))" height="14"/>"#
    }

    static func line(_ name: String, _ x: Double, to end: Double, y: Double) -> String {
        #"<path class="\#(name)" d="M\#(n(x)) \#(n(y))H\#(n(end))"/>"#
    }

    /// A tick, a cross, a ring with a slash.
    static func end(_ outcome: TraceEvent.Outcome, x: Double, y: Double) -> String {
        switch outcome {
        case .value: #"<path class="ok" d="M\#(n(x - 5)) \#(n(y))l4 5l7 -11"/>"#
        case .error: #"<path class="err" d="M\#(n(x - 5)) \#(n(y - 5))l10 10m0 -10l-10 10"/>"#
        case .cancelled:
            #"<path class="cancel" d="M\#(n(x - 6)) \#(n(y))a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M\#(n(x + 4)) \#(n(y - 4))l-8 8"/>"#
        }
    }

    /// A short upright line: the parent takes the result.
    static func joined(x: Double, y: Double) -> String { #"<path d="M\#(n(x - 5)) \#(n(y))h5m0 -6v12"/>"# }

    /// "[" or "]"
    static func bracket(x: Double, y: Double, opens: Bool) -> String {
        #"<path d="M\#(n(x + (opens ? 5 : -5))) \#(n(y - 7))h\#(opens ? -5 : 5)v14h\#(opens ? 5 : -5)"/>"#
    }

    /// A dashed arrow to the task that is asked to cancel.
    static func request(x: Double, from y: Double, to end: Double) -> String {
        let tip = end > y ? end - 8 : end + 8
        let back = end > y ? -6.0 : 6.0
        return #"<path class="ask" d="M\#(n(x)) \#(n(y))V\#(n(tip))"/>"#
            + #"<path class="head" style="stroke:none" d="M\#(n(x - 4)) \#(n(tip + back))h8l-4 \#(n(-back))z"/>"#
    }

    static func gap(x: Double, y: Double) -> String {
        #"<path class="axis" d="M\#(n(x - 6)) \#(n(y + 6))l5 -12m2 12l5 -12"/>"#
    }

    private static func n(_ value: Double) -> String { SVGText.number(value) }
}
