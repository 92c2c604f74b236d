import CEditLine
import TutorKit

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// One libedit editor on standard input and output. It belongs to one thread, which `read` blocks.
///
/// What the keys do is in `LineEditor+Keys.swift`, what happens from outside during a line in
/// `LineEditor+Attention.swift`.
final class LineEditor {
    /// Why reading ended without a line.
    enum Stop {
        case interrupted, cancelled, terminated
    }

    let editor: OpaquePointer
    let keys: KeyInput
    let environment: [String: String]
    let attention: Attention
    /// A terminal that can neither move its cursor nor show colours.
    let isDumb: Bool
    var stop: Stop?
    /// The mark before pasted text was read, and the text comes next.
    var isPasting = false
    var completions: (String) -> [String] = { _ in [] }
    /// Called once, when the first prompt is on the screen.
    var whenWaiting: (() -> Void)?
    /// Nothing was typed since the line was drawn, so it is known to stand where it was drawn.
    var isFreshlyDrawn = false

    private let recalled: OpaquePointer
    private var history: InputHistory
    private let streams: [UnsafeMutablePointer<FILE>]
    private let output: UnsafeMutablePointer<FILE>
    private var prompt = EditorPrompt("", colours: false)
    /// The prompt as libedit asks for it, whenever it draws.
    private var promptText: UnsafeMutableBufferPointer<wchar_t>

    init(history: InputHistory, attention: Attention, environment: [String: String]) throws(TerminalError) {
        // Copies of the descriptors, since libedit wants streams of its own and the C library's are shared mutable
        // variables.
        guard let input = fdopen(dup(STDIN_FILENO), "r"), let output = fdopen(dup(STDOUT_FILENO), "w"),
            let errors = fdopen(dup(STDERR_FILENO), "w"),
            let editor = el_init("tutor", input, output, errors), let recalled = history_winit()
        else { throw .noEditor }
        self.editor = editor
        self.recalled = recalled
        self.history = history
        self.attention = attention
        self.environment = environment
        self.output = output
        streams = [input, output, errors]
        keys = KeyInput(ByteInput(descriptor: STDIN_FILENO, attention: attention, size: 4096))
        isDumb = !BracketedPaste.isSupported(by: environment["TERM"])
        promptText = .allocate(capacity: 1)
        promptText.initialize(repeating: 0)

        editline_history_set_size(recalled, 1000)
        editline_history_set_unique(recalled, 1)
        for line in history.entries { recall(line) }
        editline_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
        editline_set_reader(editor) { editor, key in LineEditor.of(editor)?.readKey(into: key) ?? 0 }
        editline_set_prompt(
            editor,
            { LineEditor.of($0)?.promptText.baseAddress },
            WideText.character(EditorPrompt.marker)
        )
        editline_set_history(editor, recalled)
        bindKeys()
    }

    deinit {
        el_end(editor)
        history_wend(recalled)
        for stream in streams { fclose(stream) }
        promptText.deallocate()
    }

    /// The editor's owner, for libedit's callbacks.
    static func of(_ editor: OpaquePointer?) -> LineEditor? {
        guard let editor, let owner = editline_owner(editor) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
    }

    /// Reads a line and remembers it. The terminal is in its own mode before and after.
    func read(prompt text: TerminalText, completions: @escaping (String) -> [String]) throws -> InputEvent {
        prepare(EditorPrompt(text.text, colours: !isDumb))
        self.completions = completions
        stop = nil
        draw(prompt.above + (isDumb ? .empty : BracketedPaste.on))
        var count: Int32 = 0
        let line = el_wgets(editor, &count).map { WideText.scalars($0, count: Int(max(0, count))) }
        if !isDumb { draw(BracketedPaste.off) }

        switch (stop, line) {
        case (.interrupted, _):
            draw("^C\n")
            return .interrupt
        case (.cancelled, _):
            draw("\n")
            throw CancellationError()
        case (.terminated, _), (nil, nil):
            draw("\n")
            return .end
        case (nil, .some(let scalars)):
            let line = WideText.string(scalars.last == "\n" ? scalars.dropLast() : scalars[...])
            if history.append(line) { recall(line) }
            return .line(line)
        }
    }

    /// Writes in order with what libedit draws. A terminal that is gone is noticed by reading.
    func draw(_ text: TerminalText) {
        fflush(output)
        try? TerminalOutput.standard.write(text)
    }

    /// Draws prompt and line at the cursor, which stands at the start of a row.
    func redraw() {
        editline_redraw(editor)
        isFreshlyDrawn = true
    }

    /// Where things stand now on a terminal of the present size.
    var geometry: LineGeometry {
        let size = TerminalSize(of: STDOUT_FILENO, environment: environment)
        let (before, after) = text
        return LineGeometry(prompt: prompt.visible, before: before, after: after, size: (size.rows, size.columns))
    }

    /// The line being edited, before and behind the cursor.
    var text: (before: [Unicode.Scalar], after: [Unicode.Scalar]) {
        guard let line = el_wline(editor)?.pointee, let start = line.buffer, let cursor = line.cursor else {
            return ([], [])
        }
        return (
            WideText.scalars(start, count: cursor - start),
            WideText.scalars(cursor, count: line.lastchar - cursor)
        )
    }

    private func prepare(_ prompt: EditorPrompt) {
        self.prompt = prompt
        let wide = WideText.terminated(prompt.marked.unicodeScalars)
        promptText.deallocate()
        promptText = .allocate(capacity: wide.count)
        _ = promptText.initialize(from: wide)
    }

    private func recall(_ line: String) {
        editline_history_enter(recalled, WideText.terminated(line.unicodeScalars))
    }
}
