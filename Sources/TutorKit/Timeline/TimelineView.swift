import ConcurrencyKit

/// In which form a run is shown.
public struct TimelineView: Sendable, Equatable {
    public var form: Form
    /// Every task and every step, however many there are.
    public var showsAll: Bool

    public init(_ form: Form = .lanes, all: Bool = false) {
        self.form = form
        showsAll = all
    }

    public enum Form: Sendable, Equatable {
        case lanes, steps, text, csv, json, mermaid, perfetto, svg
        case tree(TaskTree.Instant)
    }

    /// Of no use on a screen: it is written to a file.
    var needsFile: Bool { form == .perfetto || form == .svg }

    /// - Parameter width: of the terminal, in columns. Tables and files do not depend on it, nor on the style.
    /// - Returns: lines, each closed by a newline.
    public func text(of run: TracedRun, width: Int, style: TimelineStyle = .plain) -> String {
        let timeline = run.timeline
        switch form {
        case .lanes:
            return style.text(TimelineDrawing(timeline, width: width, style: style, all: showsAll).styled)
        case .steps: return style.text(StepsDrawing(timeline, width: width, style: style, all: showsAll).styled)
        case .tree(let instant):
            let tree = TaskTree(timeline, at: instant)
            return style.text(TaskTreeDrawing(tree, width: width, style: style, all: showsAll).styled)
        case .text: return TimelineSentences(timeline, all: showsAll).text
        case .csv: return TraceTable.csv(run.trace)
        case .json: return TimelineJSON.text(run)
        case .mermaid: return TraceExport.mermaid(run.trace)
        case .perfetto: return TraceExport.perfetto(run.trace, processName: Sanitizer.line(run.title))
        case .svg: return TimelineSVG(run, all: showsAll).text
        }
    }
}
