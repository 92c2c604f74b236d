#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The values of the context variables that a piece of work sees (`contextvars.Context`).
///
/// Every task runs in a copy of its creator's, taken when it is created (promise 55); tasks that are given the same one
/// share it (promise 57).
public final class Context {
    fileprivate var values: [ObjectIdentifier: Any]

    /// An empty context: every variable has its default.
    public init() { values = [:] }

    private init(values: [ObjectIdentifier: Any]) { self.values = values }

    /// A copy of the context of the running code (`contextvars.copy_context`). Takes constant time.
    public static func copy() -> Context { slot.context?.copy() ?? Context() }

    /// A context with the same values; what is set in either is not seen in the other.
    public func copy() -> Context { Context(values: values) }

    /// Calls `body` in this context; what it sets stays here.
    public func run<Value>(_ body: () throws -> Value) rethrows -> Value {
        let slot = Context.slot
        let previous = slot.context
        slot.context = self
        defer { slot.context = previous }
        return try body()
    }

    /// The value of a variable in this context.
    public subscript<Value>(variable: ContextVariable<Value>) -> Value {
        values[ObjectIdentifier(variable)] as? Value ?? variable.defaultValue
    }

    /// What the running code sees and sets: that of its task or callback, else that of its thread.
    static var current: Context {
        let slot = slot
        if let context = slot.context { return context }
        let context = Context()
        slot.context = context
        CurrentLoop.loop?.current?.context = context
        return context
    }

    // MARK: The thread's slot

    /// A thread's present context. The loop puts a task's context here when it gives the task its turn.
    final class Slot {
        /// Nil for an empty one that nobody has set anything in: most tasks never need an object.
        @exclusivity(unchecked) var context: Context?
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { raw in
            #if canImport(Darwin)
                Unmanaged<Slot>.fromOpaque(raw).release()
            #else
                if let raw { Unmanaged<Slot>.fromOpaque(raw).release() }
            #endif
        }
        return key
    }()

    static var slot: Slot {
        if let raw = pthread_getspecific(key) { return Unmanaged<Slot>.fromOpaque(raw).takeUnretainedValue() }
        let slot = Slot()
        pthread_setspecific(key, Unmanaged.passRetained(slot).toOpaque())
        return slot
    }
}

/// A variable whose value belongs to the running task (`contextvars.ContextVar`).
///
///     let user = ContextVariable("user", default: "nobody")
///     try run {
///         user.value = "ann"
///         let task = createTask { print(user.value) }    // ann: a copy taken here
///         user.value = "bob"
///         try await task.value
///     }
///
/// Beside `@TaskLocal`, which can be bound for a scope only and not be set.
public final class ContextVariable<Value>: @unchecked Sendable {
    // Sendable: it holds no state but its default; the values are in contexts, which belong to one thread at a time.
    /// For people who read the program; it identifies nothing.
    public let name: String
    fileprivate let defaultValue: Value

    /// - Parameters:
    ///   - name: For people who read the program; it identifies nothing.
    ///   - defaultValue: What ``value`` is in a context in which the variable was never set.
    public init(_ name: String, default defaultValue: Value) {
        self.name = name
        self.defaultValue = defaultValue
    }

    /// The value in the context of the running code. A plain awaited function shares its caller's (promise 56).
    public var value: Value {
        get { Context.slot.context?[self] ?? defaultValue }
        set { Context.current.values[ObjectIdentifier(self)] = newValue }
    }

    /// Sets the value, and gives what ``reset(_:)`` needs to set it back.
    @discardableResult
    public func set(_ value: Value) -> Token {
        defer { self.value = value }
        return Token(previous: Context.current.values[ObjectIdentifier(self)])
    }

    /// Restores what the variable was before the `set` that gave the token.
    public func reset(_ token: Token) {
        Context.current.values[ObjectIdentifier(self)] = token.previous
    }

    /// What ``ContextVariable/set(_:)`` returns, to set the value back by.
    public struct Token {
        fileprivate let previous: Any?
    }
}
