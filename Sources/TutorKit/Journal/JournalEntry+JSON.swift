import Foundation

/// The file format of the journal, version 1: one flat JSON object a line.
extension JournalEntry {
    /// This entry as one line, without the newline.
    var jsonLine: String {
        var line = JSONLine()
        line.add("v", JournalEntry.version)
        line.add("n", number)
        line.add("time", JournalEntry.text(of: time))
        line.add("session", session)
        switch kind {
        case .opened(let lesson):
            line.add("kind", "opened")
            line.add("lesson", lesson)
        case .ran(let lesson, let demo):
            line.add("kind", "ran")
            line.add("lesson", lesson)
            line.add("demo", demo)
        case .attempt(let attempt):
            line.add("kind", "attempt")
            line.add("lesson", attempt.lesson)
            line.add("question", attempt.question)
            line.add("hash", attempt.contentHash)
            line.add("answer", attempt.answer)
            line.add("verdict", attempt.judgement.rawValue)
            if attempt.misconceptions.count <= 1 {
                line.add("misconception", attempt.misconceptions.first)
            } else {
                line.add("misconceptions", attempt.misconceptions)
            }
            line.add("points", attempt.points)
        case .hint(let lesson, let question, let number):
            line.add("kind", "hint")
            line.add("lesson", lesson)
            line.add("question", question)
            line.add("number", number)
        case .skipped(let lesson, let question):
            line.add("kind", "skipped")
            line.add("lesson", lesson)
            line.add("question", question)
        case .gaveUp(let lesson, let question):
            line.add("kind", "gaveUp")
            line.add("lesson", lesson)
            line.add("question", question)
        case .reset(.lesson(let lesson)):
            line.add("kind", "reset")
            line.add("lesson", lesson)
        case .reset(.all):
            line.add("kind", "reset")
        case .resetUndone:
            line.add("kind", "resetUndone")
        case .dispute(let dispute):
            line.add("kind", "dispute")
            line.add("lesson", dispute.lesson)
            line.add("question", dispute.question)
            line.add("answer", dispute.answer)
            line.add("words", dispute.words)
        case .position(let position):
            line.add("kind", "position")
            line.add("lesson", position.lesson)
            switch position.place {
            case .question(let id): line.add("question", id)
            case .item(let index): line.add("item", index)
            }
        case .followed(let path):
            line.add("kind", "followed")
            line.add("path", path)
        case .noticed(let lines):
            line.add("kind", "noticed")
            line.add("lines", lines)
        case .note(let note):
            line.add("kind", "note")
            line.add("lesson", note.lesson)
            line.add("words", note.words)
        case .unknown(let kind):
            line.add("kind", kind)
        }
        return line.text
    }

    /// What is wrong with a line that is no entry, in a few words.
    struct NotAnEntry: Error, Equatable {
        let reason: String
    }

    init(jsonLine bytes: some Collection<UInt8>) throws(NotAnEntry) {
        let fields: Fields
        do {
            fields = try JSONDecoder().decode(Fields.self, from: Data(bytes))
        } catch DecodingError.keyNotFound(let key, _) {
            throw NotAnEntry(reason: "no '\(key.stringValue)'")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw NotAnEntry(reason: "not the right type of '\(context.codingPath.last?.stringValue ?? "line")'")
        } catch {
            throw NotAnEntry(reason: "not JSON")
        }
        guard let time = JournalEntry.time(from: fields.time) else {
            throw NotAnEntry(reason: "no time is '\(fields.time.prefix(40))'")
        }
        let kind: Kind
        do {
            kind = try Kind(fields)
        } catch  where fields.v > JournalEntry.version {
            // A newer tutor may have given a known word other fields.
            kind = .unknown(kind: fields.kind)
        }
        self.init(number: fields.n, time: time, session: fields.session, kind: kind)
    }

    private static let timeFormat = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    /// The format cuts what is below a millisecond, and 0.001 s as a `Double` is a little less than that.
    private static func text(of time: Date) -> String {
        timeFormat.format(time.addingTimeInterval(0.000_1))
    }

    /// With or without a fraction, as a person or another program may have written it.
    private static func time(from text: String) -> Date? {
        (try? timeFormat.parse(text)) ?? (try? Date.ISO8601FormatStyle().parse(text))
    }
}

/// Every field that a line can have; which of them must be there depends on the kind.
private struct Fields: Decodable {
    let v: Int
    let n: Int
    let time: String
    let session: String
    let kind: String
    let lesson: String?
    let demo: String?
    let question: String?
    let hash: String?
    let answer: String?
    let verdict: String?
    let misconception: String?
    let misconceptions: [String]?
    let points: Double?
    let number: Int?
    let words: String?
    let item: Int?
    let lines: [Int]?
    let path: String?
}

extension JournalEntry.Kind {
    fileprivate init(_ fields: Fields) throws(JournalEntry.NotAnEntry) {
        func need<Value>(_ value: Value?, _ key: String) throws(JournalEntry.NotAnEntry) -> Value {
            guard let value else { throw JournalEntry.NotAnEntry(reason: "no '\(key)'") }
            return value
        }
        func lesson() throws(JournalEntry.NotAnEntry) -> String { try need(fields.lesson, "lesson") }
        func question() throws(JournalEntry.NotAnEntry) -> String { try need(fields.question, "question") }

        switch fields.kind {
        case "opened":
            self = .opened(lesson: try lesson())
        case "ran":
            self = .ran(lesson: try lesson(), demo: try need(fields.demo, "demo"))
        case "attempt":
            let verdict = try need(fields.verdict, "verdict")
            guard let judgement = JournalEntry.Judgement(rawValue: verdict) else {
                throw JournalEntry.NotAnEntry(reason: "no verdict is '\(verdict.prefix(40))'")
            }
            self = .attempt(
                JournalEntry.Attempt(
                    lesson: try lesson(),
                    question: try question(),
                    contentHash: try need(fields.hash, "hash"),
                    answer: try need(fields.answer, "answer"),
                    judgement: judgement,
                    misconceptions: fields.misconceptions ?? fields.misconception.map { [$0] } ?? [],
                    points: try need(fields.points, "points")
                )
            )
        case "hint":
            self = .hint(
                lesson: try lesson(),
                question: try question(),
                number: try need(fields.number, "number")
            )
        case "skipped":
            self = .skipped(lesson: try lesson(), question: try question())
        case "gaveUp":
            self = .gaveUp(lesson: try lesson(), question: try question())
        case "reset":
            self = .reset(fields.lesson.map { .lesson($0) } ?? .all)
        case "resetUndone":
            self = .resetUndone
        case "dispute":
            self = .dispute(
                JournalEntry.Dispute(
                    lesson: try lesson(),
                    question: try question(),
                    answer: try need(fields.answer, "answer"),
                    words: try need(fields.words, "words")
                )
            )
        case "position":
            let place: JournalEntry.Place =
                if let question = fields.question { .question(question) } else {
                    .item(try need(fields.item, "item"))
                }
            self = .position(JournalEntry.Position(lesson: try lesson(), place: place))
        case "followed":
            self = .followed(path: try need(fields.path, "path"))
        case "noticed":
            self = .noticed(damagedLines: try need(fields.lines, "lines"))
        case "note":
            self = .note(JournalEntry.Note(lesson: fields.lesson, words: try need(fields.words, "words")))
        case let word:
            self = .unknown(kind: word)
        }
    }
}
