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
        case tree(TimelineTree.Instant)
        /// The steps, and the tree, in words.
        case stepSentences
        case treeSentences(TimelineTree.Instant)
    }

    /// Of no use on a screen: it is written to a file.
    var needsFile: Bool { form == .perfetto || form == .svg }

    /// Sentences, one fact a line: they may be wrapped.
    var isInWords: Bool {
        switch form {
        case .text, .stepSentences, .treeSentences: true
        case .lanes, .steps, .tree, .csv, .json, .mermaid, .perfetto, .svg: false
        }
    }

    /// The form for a screen reader: nothing is drawn.
    var spoken: TimelineView {
        switch form {
        case .lanes: TimelineView(.text, all: showsAll)
        case .steps: TimelineView(.stepSentences, all: showsAll)
        case .tree(let instant): TimelineView(.treeSentences(instant), all: showsAll)
        case .text, .csv, .json, .mermaid, .perfetto, .svg, .stepSentences, .treeSentences: self
        }
    }

    /// For a terminal.
    ///
    /// - Parameter width: in columns. What is not drawn does not depend on it, nor on the characters that drawings are made of.
    public func styled(_ run: TracedRun, width: Int, glyphs: TimelineGlyphs = .ascii) -> StyledText {
        switch form {
        case .lanes: TimelineDrawing(run.timeline, width: width, glyphs: glyphs, all: showsAll).styled
        case .steps: StepsDrawing(run.timeline, width: width, glyphs: glyphs, all: showsAll).styled
        case .tree(let instant):
            TimelineTreeDrawing(TimelineTree(run.timeline, at: instant), width: width, glyphs: glyphs, all: showsAll)
                .styled
        case .text, .csv, .json, .mermaid, .perfetto, .svg, .stepSentences, .treeSentences:
            StyledText(linesOf: text(of: run))
        }
    }

    /// For a file or a pipe: lines, each closed by a newline; drawings 80 columns wide.
    public func text(of run: TracedRun) -> String {
        switch form {
        case .lanes, .steps, .tree: styled(run, width: 80).plain
        case .text: TimelineSentences(run.timeline, all: showsAll).text
        case .stepSentences: StepSentences(run.timeline, all: showsAll).text
        case .treeSentences(let instant):
            TimelineTreeSentences(TimelineTree(run.timeline, at: instant), all: showsAll).text
        case .csv: TraceTable.csv(run.trace)
        case .json: TimelineJSON.text(run)
        case .mermaid: TraceExport.mermaid(run.trace)
        case .perfetto: TraceExport.perfetto(run.trace, processName: Sanitizer.line(run.title))
        case .svg: TimelineSVG(run, all: showsAll).text
        }
    }
}
