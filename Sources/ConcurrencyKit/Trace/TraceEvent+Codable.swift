/// The file format `concurrencykit/trace/v1`: one flat JSON object a line, in the order of `seq`.
///
///     {"seq":3,"time":0,"real":81234,"task":2,"event":"suspended","on":"sleep","until":100000000,"file":"demo/demo.swift","line":5}
extension TraceEvent: Codable {
    /// The first line of a trace file is `{"format":"concurrencykit/trace/v1","clock":"virtual"}`.
    public static let format = "concurrencykit/trace/v1"

    enum CodingKeys: String, CodingKey {
        case seq, time, real, task, event, name, parent, scope, on, until, other, by, message, outcome, value, type
        case id, members, deadline, note, text, file, line
    }

    /// Reads one line of a trace file that is no first line.
    ///
    /// - Throws: `DecodingError` if a key is missing, or a word is none of the format.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        let file = try box.decodeIfPresent(String.self, forKey: .file)
        let line = try box.decodeIfPresent(Int.self, forKey: .line)
        self.init(
            seq: try box.decode(Int.self, forKey: .seq),
            time: try box.decode(Int64.self, forKey: .time),
            realTime: try box.decode(Int64.self, forKey: .real),
            task: try box.decode(Int.self, forKey: .task),
            kind: try Kind(from: box),
            location: file.flatMap { file in line.map { SourceLocation(file: file, line: $0) } }
        )
    }

    /// Writes what ``jsonLine`` writes.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        for (key, value) in fields {
            switch value {
            case .number(let number): try box.encode(number, forKey: key)
            case .text(let text): try box.encode(text, forKey: key)
            case .numbers(let numbers): try box.encode(numbers, forKey: key)
            }
        }
    }

    enum Field {
        case number(Int64)
        case text(String)
        case numbers([Int])
    }

    /// The one description of the format, from which both `encode(to:)` and ``jsonLine`` are derived.
    var fields: [(CodingKeys, Field)] {
        var fields: [(CodingKeys, Field)] = [
            (.seq, .number(Int64(seq))), (.time, .number(time)), (.real, .number(realTime)),
            (.task, .number(Int64(task))),
        ]
        func add(_ key: CodingKeys, _ text: String?) { if let text { fields.append((key, .text(text))) } }
        func add(_ key: CodingKeys, _ number: Int?) { if let number { fields.append((key, .number(Int64(number)))) } }
        switch kind {
        case .created(let name, let parent, let scope):
            add(.event, "created")
            add(.name, name)
            add(.parent, parent)
            add(.scope, scope)
        case .renamed(let name):
            add(.event, "renamed")
            add(.name, name)
        case .ready: add(.event, "ready")
        case .started: add(.event, "started")
        case .suspended(let wait):
            add(.event, "suspended")
            switch wait {
            case .turn: add(.on, "turn")
            case .sleep(let until):
                add(.on, "sleep")
                fields.append((.until, .number(until)))
            case .task(let id):
                add(.on, "task")
                add(.other, id)
            case .future(let id):
                add(.on, "future")
                add(.other, id)
            case .scope(let id):
                add(.on, "scope")
                add(.other, id)
            case .thread: add(.on, "thread")
            case .native: add(.on, "native")
            }
        case .resumed: add(.event, "resumed")
        case .cancelRequested(let by, let message):
            add(.event, "cancelRequested")
            add(.by, by)
            add(.message, message)
        case .finished(let outcome):
            add(.event, "finished")
            switch outcome {
            case .value(let value):
                add(.outcome, "value")
                add(.value, value)
            case .error(let type, let description):
                add(.outcome, "error")
                add(.type, type)
                add(.message, description)
            case .cancelled(let message):
                add(.outcome, "cancelled")
                add(.message, message)
            }
        case .scopeOpened(let id, let scope, let members, let deadline):
            add(.event, "scopeOpened")
            add(.id, id)
            add(.scope, scope.rawValue)
            fields.append((.members, .numbers(members)))
            if let deadline { fields.append((.deadline, .number(deadline))) }
        case .scopeClosed(let id):
            add(.event, "scopeClosed")
            add(.id, id)
        case .note(let note, let text):
            add(.event, "note")
            add(.note, note.rawValue)
            add(.text, text)
        }
        add(.file, location?.file)
        add(.line, location?.line)
        return fields
    }
}

extension TraceEvent.Kind {
    init(from box: KeyedDecodingContainer<TraceEvent.CodingKeys>) throws {
        func unknown(_ key: TraceEvent.CodingKeys, _ word: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: box, debugDescription: "unknown \(key.rawValue) '\(word)'")
        }
        switch try box.decode(String.self, forKey: .event) {
        case "created":
            self = .created(
                name: try box.decode(String.self, forKey: .name),
                parent: try box.decodeIfPresent(Int.self, forKey: .parent),
                scope: try box.decodeIfPresent(Int.self, forKey: .scope)
            )
        case "renamed": self = .renamed(try box.decode(String.self, forKey: .name))
        case "ready": self = .ready
        case "started": self = .started
        case "suspended":
            switch try box.decode(String.self, forKey: .on) {
            case "turn": self = .suspended(on: .turn)
            case "sleep": self = .suspended(on: .sleep(until: try box.decode(Int64.self, forKey: .until)))
            case "task": self = .suspended(on: .task(try box.decode(Int.self, forKey: .other)))
            case "future": self = .suspended(on: .future(try box.decode(Int.self, forKey: .other)))
            case "scope": self = .suspended(on: .scope(try box.decode(Int.self, forKey: .other)))
            case "thread": self = .suspended(on: .thread)
            case "native": self = .suspended(on: .native)
            case let word: throw unknown(.on, word)
            }
        case "resumed": self = .resumed
        case "cancelRequested":
            self = .cancelRequested(
                by: try box.decodeIfPresent(Int.self, forKey: .by),
                message: try box.decodeIfPresent(String.self, forKey: .message)
            )
        case "finished":
            switch try box.decode(String.self, forKey: .outcome) {
            case "value": self = .finished(.value(try box.decode(String.self, forKey: .value)))
            case "error":
                self = .finished(
                    .error(
                        type: try box.decode(String.self, forKey: .type),
                        description: try box.decode(String.self, forKey: .message)
                    )
                )
            case "cancelled":
                self = .finished(.cancelled(message: try box.decodeIfPresent(String.self, forKey: .message)))
            case let word: throw unknown(.outcome, word)
            }
        case "scopeOpened":
            self = .scopeOpened(
                id: try box.decode(Int.self, forKey: .id),
                scope: try box.decode(TraceEvent.Scope.self, forKey: .scope),
                members: try box.decode([Int].self, forKey: .members),
                deadline: try box.decodeIfPresent(Int64.self, forKey: .deadline)
            )
        case "scopeClosed": self = .scopeClosed(id: try box.decode(Int.self, forKey: .id))
        case "note":
            self = .note(
                try box.decode(TraceEvent.Note.self, forKey: .note),
                try box.decode(String.self, forKey: .text)
            )
        case let word: throw unknown(.event, word)
        }
    }
}

extension TraceEvent {
    /// This event as one line of `concurrencykit/trace/v1`, without the newline.
    public var jsonLine: String {
        let parts = fields.map { key, value in
            switch value {
            case .number(let number): "\"\(key.rawValue)\":\(number)"
            case .text(let text): "\"\(key.rawValue)\":\(JSONText.quoted(text))"
            case .numbers(let numbers): "\"\(key.rawValue)\":[\(numbers.map(String.init).joined(separator: ","))]"
            }
        }
        return "{\(parts.joined(separator: ","))}"
    }
}
