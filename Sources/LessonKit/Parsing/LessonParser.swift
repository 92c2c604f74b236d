/// Reads a `lesson.md` and checks it against the other files of its folder.
///
///     switch LessonParser.parse(folder) {
///     case .success(let lesson): …
///     case .failure(let list): for diagnostic in list.diagnostics { … }   // everything that is wrong
///     }
///
/// A comment is a directive, or begins with `note:` and is the authors' own; any other comment is an error, so that a
/// mistyped directive is never taken for a remark.
public struct LessonParser {
    /// The name of the file that is read.
    public static let fileName = "lesson.md"

    public static func parse(_ folder: LessonFolder) -> Result<Lesson, DiagnosticList> {
        guard let text = folder.files[fileName] else {
            let position = SourcePosition(file: folder.path(of: fileName), line: 1)
            return .failure(DiagnosticList(Diagnostic(at: position, "there is no file '\(fileName)' in this folder")))
        }
        var parser = LessonParser(folder, text: text)
        let lesson = parser.parse()
        if let list = DiagnosticList(parser.diagnostics) { return .failure(list) }
        guard let lesson else {
            return .failure(DiagnosticList(Diagnostic(at: parser.start, "the lesson cannot be read")))
        }
        return .success(lesson)
    }

    private let folder: LessonFolder
    private let document: MarkdownDocument
    private let lines: [Line]
    private let demos: [Demo]
    private let exercises: ExerciseFiles
    private let start: SourcePosition
    private var diagnostics: [Diagnostic]

    private var title: String?
    private var header: Directive?
    private var sections: [(heading: Block?, items: [LessonItem])] = [(nil, [])]
    /// Where each question id was first used.
    private var questionLines: [String: Int] = [:]
    private var isBehindMalformed = false

    private init(_ folder: LessonFolder, text: String) {
        self.folder = folder
        let file = folder.path(of: Self.fileName)
        let demoFiles = DemoFiles(folder)
        document = MarkdownDocument(parsing: text, file: file)
        lines = SourceLines(text, file: file).lines
        demos = demoFiles.demos
        exercises = ExerciseFiles(folder)
        start = SourcePosition(file: file, line: 1)
        diagnostics = document.diagnostics + demoFiles.diagnostics + exercises.diagnostics
    }

    private mutating func report(_ position: SourcePosition, _ message: String) {
        diagnostics.append(Diagnostic(at: position, message))
    }

    private mutating func parse() -> Lesson? {
        var index = 0
        while index < document.blocks.count {
            let block = document.blocks[index]
            index += 1
            switch block.kind {
            case .heading(level: 1, let inlines): take(title: inlines.plainText, at: block.position)
            case .heading(level: 2, _): sections.append((block, []))
            case .html(let source) where source.isComment:
                switch Comment(source, at: block.position) {
                case .note: break
                case .malformed(let problems):
                    diagnostics += problems
                    isBehindMalformed = true
                case .directive(let directive): obey(directive, &index)
                }
            // What stands below a directive that was not understood cannot be judged.
            case .html where isBehindMalformed: break
            case .html: report(block.position, "'<details>' outside a question")
            default: append(.prose(block))
            }
        }
        if title == nil { report(start, "no title; begin the text with '# Title'") }
        guard let header else {
            if isBehindMalformed { return nil }
            report(
                start,
                "no lesson directive; begin the file with '<!-- lesson minutes=15 python=\"asyncio.gather\" -->'"
            )
            return nil
        }
        for name in exercises.names where questionLines[name] == nil {
            let folder = folder.path(of: "\(ExerciseFiles.folder)/\(name)")
            report(
                SourcePosition(file: folder, line: 1),
                "no question with id=\(name) kind=code asks for this exercise"
            )
        }
        let minutes = minutes(header)
        let needs = needs(header)
        guard let title, diagnostics.isEmpty else { return nil }
        return Lesson(
            number: folder.number,
            id: folder.id,
            title: title,
            minutes: minutes,
            pythonName: header["python"]?.text,
            needs: needs,
            folder: folder.path,
            sections: sections.filter { $0.heading != nil || !$0.items.isEmpty }
                .map { Lesson.Section(heading: $0.heading, items: $0.items) },
            demos: demos
        )
    }

    private mutating func append(_ item: LessonItem) {
        if title == nil, header != nil || !diagnostics.isEmpty || sections.count > 1 {
            // The missing title is reported once, at the end.
        } else if title == nil {
            report(item.position, "text before the lesson directive and the title")
        }
        if case .prose(let block) = item, let comment = block.nestedHTML {
            report(comment, "a comment inside a list or quote; put it at the start of a line, outside")
        }
        sections[sections.count - 1].items.append(item)
    }

    private mutating func take(title text: String, at position: SourcePosition) {
        if let title {
            report(position, "a second title, '\(text)'; the title is '\(title)', and sections begin with '##'")
        } else if sections.count > 1 || !sections[0].items.isEmpty {
            report(position, "the title comes before the text")
            title = text
        } else {
            title = text
        }
    }

    // MARK: Directives

    private mutating func obey(_ directive: Directive, _ index: inout Int) {
        switch directive.name {
        case "lesson":
            if header != nil {
                report(directive.position, "a second lesson directive")
            } else if title != nil || sections.count > 1 || !sections[0].items.isEmpty {
                report(directive.position, "the lesson directive comes first in the file")
                header = directive
            } else {
                header = directive
            }
        case "demo": takeDemo(directive, &index)
        case "path":
            report(directive.position, "paths through the course are written in its '\(CoursePathParser.fileName)'")
        default: takeQuestion(directive, &index)
        }
    }

    private mutating func minutes(_ header: Directive) -> Int {
        guard let value = header["minutes"], let minutes = Int(value.text), (1...600).contains(minutes) else {
            if let value = header["minutes"] {
                report(value.position, "'\(value.text)' is no number of minutes; write 1 to 600")
            }
            return 1
        }
        return minutes
    }

    private mutating func needs(_ header: Directive) -> [String] {
        guard let value = header["needs"] else { return [] }
        let ids = value.text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for id in ids where !Identifier.isValid(id) {
            report(value.position, "'\(id)' in needs= is no lesson id; write ids with commas and no spaces between")
        }
        return ids
    }

    private mutating func takeQuestion(_ directive: Directive, _ index: inout Int) {
        if let id = directive["id"] {
            if let line = questionLines[id.text] {
                report(id.position, "question id '\(id.text)' is used twice; first on line \(line)")
            } else {
                questionLines[id.text] = id.position.line
            }
        }
        var parser = QuestionParser(directive, demos: demos, exercises: exercises)
        let question = parser.parse(document.blocks, &index) { lastLine, demo, exercise in
            let end = min(lastLine, lines.count)
            let source = lines[(directive.position.line - 1)..<end].map(\.text.string)
            if let exercise {
                let feedback =
                    folder.files["\(ExerciseFiles.folder)/\(exercise.id)/\(ExerciseFiles.feedbackName)"] ?? ""
                return ContentHash.hash(
                    [source.joined(separator: "\n"), exercise.starter, exercise.checks, feedback]
                )
            }
            let program = demo.flatMap { demo in
                folder.files.first { folder.path(of: $0.key) == demo.swiftFile }?.value
            }
            return ContentHash.hash([source.joined(separator: "\n")] + (program.map { [$0] } ?? []))
        }
        diagnostics += parser.diagnostics
        if let question { append(.question(question)) }
    }

    private mutating func takeDemo(_ directive: Directive, _ index: inout Int) {
        guard let file = directive["file"] else { return }
        guard let source = folder.files[file.text], DemoFiles.isProgram(file.text) else {
            let programs = folder.files.keys.filter(DemoFiles.isProgram).sorted()
            let known =
                programs.isEmpty
                ? "; the folder has no demo" : "; the demos' files are \(programs.joined(separator: ", "))"
            let clause = Suggestion.clause(for: file.text, among: programs, otherwise: known)
            report(file.position, "no file '\(file.text)'\(clause)")
            return
        }
        let language = file.text.hasSuffix(".py") ? "python" : "swift"
        guard index < document.blocks.count, case .code(let info, let code) = document.blocks[index].kind,
            info.split(separator: " ").first.map(String.init) == language
        else {
            report(
                directive.position,
                "a demo directive stands directly above fenced code that begins with '```\(language)'"
            )
            return
        }
        let listing = document.blocks[index].position
        index += 1
        do {
            let region = try SliceRegion(of: directive["slice"]?.text, in: source, file: file.text)
            if let difference = Self.difference(code, region, file: file.text, listing: listing) {
                diagnostics.append(difference)
            }
        } catch {
            report(directive["slice"]?.position ?? file.position, error.message)
        }
        append(
            .demo(
                DemoSlice(
                    demo: DemoFiles.demoName(of: file.text) ?? Demo.mainName,
                    file: file.text,
                    slice: directive["slice"]?.text,
                    language: language,
                    code: code,
                    position: directive.position
                )
            )
        )
    }

    /// The first line in which the listing differs from the program.
    private static func difference(
        _ code: String,
        _ region: SliceRegion,
        file: String,
        listing: SourcePosition
    ) -> Diagnostic? {
        let rule = LintRule.Reading.slice
        let shown = code.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        func at(_ index: Int) -> SourcePosition {
            SourcePosition(file: listing.file, line: listing.line + 1 + index)
        }
        for (index, (text, line)) in zip(shown, region.lines).enumerated() where text != line.text {
            return Diagnostic(
                at: at(index),
                rule: rule,
                "'\(text)' differs from \(file):\(line.number), which is '\(line.text)'"
            )
        }
        if shown.count > region.lines.count {
            return Diagnostic(
                at: at(region.lines.count),
                rule: rule,
                "'\(shown[region.lines.count])' is not in \(file)"
            )
        }
        if shown.count < region.lines.count {
            let line = region.lines[shown.count]
            return Diagnostic(
                at: at(shown.count),
                rule: rule,
                "the listing ends before \(file):\(line.number), which is '\(line.text)'"
            )
        }
        return nil
    }
}

extension Block {
    /// The first HTML block inside this one.
    fileprivate var nestedHTML: SourcePosition? {
        switch kind {
        case .list(let list): list.items.lazy.flatMap(\.blocks).compactMap(\.htmlPosition).first
        case .quote(let blocks): blocks.lazy.compactMap(\.htmlPosition).first
        default: nil
        }
    }

    private var htmlPosition: SourcePosition? {
        if case .html = kind { position } else { nestedHTML }
    }
}
