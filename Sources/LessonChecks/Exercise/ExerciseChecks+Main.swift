extension ExerciseChecks {
    /// The entry point of a program of checks.
    public static func main() {}
}
