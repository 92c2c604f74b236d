/// The colours of a picture, for light and dark pages and for paper. Every state has a shape and a word as well.
enum SVGStyle {
    /// Contrast on #fff and on #111 is at least 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
    private static let light = [
        ("paper", "#fff"), ("ink", "#111"), ("run", "#0072B2"), ("ok", "#00785A"), ("err", "#B84A00"),
        ("cancel", "#A3447A"), ("wait", "#6b6b6b"),
    ]
    private static let dark = [
        ("paper", "#111"), ("ink", "#eee"), ("run", "#56B4E9"), ("ok", "#33C79A"), ("err", "#FF8A3D"),
        ("cancel", "#E39BC2"), ("wait", "#a0a0a0"),
    ]
    private static let print = light.map { ($0.0, $0.0 == "paper" ? "#fff" : $0.0 == "wait" ? "#666" : "#000") }

    /// For the picture with this id and no other: a page may have several.
    static func css(id: String) -> String {
        func variables(_ colours: [(String, String)]) -> String {
            colours.map { "--\($0):\($1)" }.joined(separator: ";")
        }
        return """
            #\(id){\(variables(light));font:13px ui-monospace,monospace;max-width:100%;height:auto}
            @media (prefers-color-scheme:dark){#\(id){\(variables(dark))}}
            @media print{#\(id){\(variables(print))}}
            #\(id) text{fill:var(--ink);white-space:pre}
            #\(id) .run{fill:var(--run)}
            #\(id) path{fill:none;stroke:var(--ink);stroke-width:2}
            #\(id) .wait{stroke:var(--wait);stroke-dasharray:5 3;stroke-width:1.5}
            #\(id) .ready{stroke:var(--ink);stroke-dasharray:1 2;stroke-width:5}
            #\(id) .held{stroke:var(--wait);stroke-dasharray:1.5 4}
            #\(id) .axis,#\(id) .tree{stroke:var(--wait);stroke-width:1}
            #\(id) path.ok{stroke:var(--ok)} #\(id) text.ok{fill:var(--ok)}
            #\(id) path.err{stroke:var(--err);stroke-width:2.5} #\(id) text.err{fill:var(--err)}
            #\(id) path.cancel{stroke:var(--cancel)} #\(id) text.cancel{fill:var(--cancel)}
            #\(id) path.ask{stroke:var(--cancel);stroke-width:1.5;stroke-dasharray:3 2} #\(id) .head{fill:var(--cancel)}
            #\(id) .limit{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3}
            """
    }
}
