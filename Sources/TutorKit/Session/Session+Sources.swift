import LessonKit

extension Session {
    /// `python`, `python failure`.
    func python(_ rest: String) -> [SessionEffect] {
        let words = rest.split(separator: " ").map(String.init)
        switch demo(named: words, for: .python, options: []) {
        case .failure(let problem): return [.complain(problem.description)]
        case .success(let demo):
            guard demo.pythonFile == nil else { return [.compare(demo)] }
            let others = reading?.lesson.demos.filter { $0.pythonFile != nil }.map(\.name) ?? []
            let known =
                others.isEmpty ? "no demo of this lesson is" : "these are: \(others.joined(separator: ", "))"
            return [.complain("the demo '\(demo.name)' is not there in Python; \(known)")]
        }
    }

    /// The two files of a demo, asked for by ``SessionEffect/compare(_:)``; nil for one that cannot be read.
    public mutating func compared(_ demo: Demo, swift: String?, python: String?) -> [SessionEffect] {
        guard let swift, let python, let pythonFile = demo.pythonFile else {
            let path = swift == nil ? demo.swiftFile : demo.pythonFile ?? ""
            return finish([.complain("\(path): cannot be read")])
        }
        let sources = SideBySide(
            left: SideBySide.Column(
                title: demo.shortName,
                text: Demo.text(swift, file: demo.swiftFile),
                language: .swift
            ),
            right: SideBySide.Column(
                title: Demo.shortName(of: pythonFile),
                text: Demo.text(python, file: pythonFile),
                language: .python
            )
        )
        return finish([.show(.sideBySide(sources))])
    }

    /// `transcript notes.md`
    func transcript(_ path: String) -> [SessionEffect] {
        guard !path.isEmpty else { return [.complain("name a file: transcript session.md")] }
        return [.transcript(path)]
    }

    /// The session is being kept, asked for by ``SessionEffect/transcript(_:)``.
    ///
    /// - Parameter former: where the file that was there is now.
    public mutating func transcribing(_ result: Result<String?, TranscriptProblem>, path: String) -> [SessionEffect] {
        switch result {
        case .failure(let problem): return finish([.complain(problem.description)])
        case .success(let former):
            let kept = former.map { " What was there is kept as \($0)." } ?? ""
            return finish([.show(.words("This session is in \(path), and goes on there.\(kept)"))])
        }
    }
}
