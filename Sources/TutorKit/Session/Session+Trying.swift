import LessonKit

extension Session {
    /// `try`, `try 1 + 1`, `try await gather(one, two)`, `try list`, `try reset`.
    mutating func tryOut(_ rest: String) -> [SessionEffect] {
        switch rest {
        case "":
            openBlock = []
            return [.show(.words("Type Swift; an empty line or `.` ends it, Ctrl-C drops it."))]
        case "list": return [listSnippets]
        case "reset":
            snippets = SnippetBook()
            return [.show(.words("Forgotten: everything that you declared with `try`."))]
        default: return tryOut(Snippet(rest, followsTry: true), lines: rest)
        }
    }

    /// What is typed is Swift, whatever it says, until the block ends.
    var isTypingBlock: Bool { openBlock != nil }

    /// A line that was typed while a block of Swift was open.
    mutating func continueBlock(_ line: String) -> [SessionEffect] {
        guard var lines = openBlock else { return [] }
        let word = line.trimmingWhitespace
        let text = lines.joined(separator: "\n")
        let followsTry = blockFollowsTry
        if word == "." || word.isEmpty && !Snippet(text).isUnfinished {
            leaveBlock()
            return tryOut(Snippet(text, followsTry: followsTry), lines: nil)
        }
        lines.append(line)
        openBlock = lines
        // A block that was pasted is whole: it came with all of its lines.
        let all = lines.joined(separator: "\n")
        guard line.contains("\n"), !Snippet(all).isUnfinished else { return [] }
        leaveBlock()
        return tryOut(Snippet(all, followsTry: followsTry), lines: nil)
    }

    /// Ctrl-C: the block that was being typed is gone.
    public mutating func interrupted() { leaveBlock() }

    /// The input has ended: a block that was not closed is run all the same.
    public mutating func ended() -> [SessionEffect] {
        openBlock == nil ? [] : handle(".")
    }

    private mutating func leaveBlock() {
        openBlock = nil
        blockFollowsTry = false
    }

    /// - Parameter lines: to go on with, if the snippet is not finished; nil if what there is has to do.
    private mutating func tryOut(_ snippet: Snippet, lines: String?) -> [SessionEffect] {
        if let lines, snippet.isUnfinished {
            openBlock = [lines]
            blockFollowsTry = snippet.followsTry
            return []
        }
        guard !snippet.isEmpty else { return [.show(.words("Nothing to try."))] }
        let demo = demoAtHand
        let copy = demo.flatMap { copies[$0.swiftFile] }
        return [.tryOut(SnippetRequest(snippet, book: snippets, demo: demo, copy: copy))]
    }

    private var listSnippets: SessionEffect {
        guard !snippets.isEmpty else { return .show(.words("Nothing is kept yet: try let answer = 42")) }
        let width = snippets.listing.map { String($0.number).count }.max() ?? 0
        let rows = snippets.listing.map { number, text in
            let label = Columns.rightAligned(String(number), to: width)
            let indent = "\n" + String(repeating: " ", count: width + 2)
            return "\(label)  "
                + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: indent)
        }
        return .show(.laidOut(rows.joined(separator: "\n")))
    }

    /// A snippet that was asked for by ``SessionEffect/tryOut(_:)`` has ended.
    mutating func after(_ request: SnippetRequest, _ outcome: SnippetOutcome) -> [SessionEffect] {
        switch outcome {
        case .rejected(let words): return [.complain(words, .failure)]
        case .couldNotRun(let reason): return [.complain(reason, .machine)]
        case .cancelled: return [.show(.words("Stopped; nothing of it is kept."))]
        case .ran(let run):
            let traced = TracedRun(title: "try", trace: run.run.trace)
            let timeline = traced.timeline
            if !timeline.lanes.isEmpty { lastRun = traced }
            if let complaint = run.run.complaint {
                snippets.skip()
                return [.complain(complaint, .failure)] + timelineHint(timeline, run)
            }
            snippets.keep(request.snippet, form: run.form, showedValue: run.hasValue)
            return timelineHint(timeline, run)
        }
    }

    /// Said only where there is more to see than a line of output.
    private func timelineHint(_ timeline: Timeline, _ run: SnippetRun) -> [SessionEffect] {
        run.duration(timeline).map {
            [
                .show(
                    .words("It took \(TimelineTime(clock: .virtual).inWords($0)) of virtual time; `timeline` draws it.")
                )
            ]
        } ?? []
    }
}

extension SnippetRun {
    /// Nanoseconds of virtual time of the snippet itself; nil if it neither waited nor made tasks.
    public func duration(_ timeline: Timeline) -> Int64? {
        guard !timeline.lanes.isEmpty, let beginning else { return nil }
        let (seconds, attoseconds) = beginning.components
        let began = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        let took = timeline.total - began
        return took > 0 || timeline.lanes.count > 1 && began == 0 ? max(0, took) : nil
    }
}
