PRAGMA application_id = 1416119156;
PRAGMA user_version = 2;
CREATE TABLE client (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE coverage (
    dataset INTEGER NOT NULL CHECK (dataset BETWEEN 0 AND 3),
    day INTEGER NOT NULL,
    fetched_at INTEGER NOT NULL,
    first_fetched_at INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    digest BLOB NOT NULL,
    not_offered INTEGER NOT NULL DEFAULT 0 CHECK (not_offered IN (0, 1)),
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    PRIMARY KEY (dataset, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE engineer (
    id INTEGER PRIMARY KEY,
    user_id TEXT UNIQUE,
    email TEXT,
    email_day INTEGER,
    actor_type TEXT,
    actor_type_day INTEGER,
    first_day INTEGER,
    last_day INTEGER,
    CHECK ((id = 0) = (user_id IS NULL))
) STRICT;
CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    speed TEXT
) STRICT;
CREATE TABLE model_by_day (
    day INTEGER NOT NULL,
    model INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, model)
) STRICT, WITHOUT ROWID;
CREATE TABLE people_by_day (
    day INTEGER NOT NULL,
    client INTEGER NOT NULL,
    people BLOB NOT NULL,
    PRIMARY KEY (day, client)
) STRICT;
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    dataset INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    status INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    row_count INTEGER,
    milliseconds INTEGER NOT NULL,
    error TEXT
) STRICT;
CREATE TABLE restatement (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    dataset INTEGER NOT NULL,
    day INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    measure TEXT NOT NULL,
    value_before REAL NOT NULL,
    value_after REAL NOT NULL
) STRICT;
CREATE TABLE review_day (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    p0 INTEGER,
    p1 INTEGER,
    p2 INTEGER,
    PRIMARY KEY (day, engineer)
) STRICT, WITHOUT ROWID;
CREATE TABLE review_response_day (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    reactions INTEGER NOT NULL,
    upvotes INTEGER,
    downvotes INTEGER,
    other_reactions INTEGER,
    engaged INTEGER,
    reacted INTEGER,
    upvoted INTEGER,
    downvoted INTEGER,
    reacted_other INTEGER,
    replied INTEGER,
    PRIMARY KEY (day, engineer)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging_review (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    email TEXT,
    actor_type TEXT,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    p0 INTEGER,
    p1 INTEGER,
    p2 INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging_review_response (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    email TEXT,
    actor_type TEXT,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    reactions INTEGER NOT NULL,
    upvotes INTEGER,
    downvotes INTEGER,
    other_reactions INTEGER,
    engaged INTEGER,
    reacted INTEGER,
    upvoted INTEGER,
    downvoted INTEGER,
    reacted_other INTEGER,
    replied INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging_usage (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    email TEXT,
    actor_type TEXT,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging_usage_client (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    client_id TEXT NOT NULL,
    threads INTEGER,
    turns INTEGER,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, seq, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging_usage_model (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    model TEXT NOT NULL,
    speed TEXT,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, seq, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging_workspace (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE store_info (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    minimum_reader INTEGER NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT;
CREATE TABLE surface_block (
    day INTEGER NOT NULL,
    block INTEGER NOT NULL,
    surfaces BLOB NOT NULL,
    PRIMARY KEY (day, block)
) STRICT;
CREATE TABLE surface_by_day (
    day INTEGER NOT NULL,
    client INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    threads INTEGER,
    turns INTEGER,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, client)
) STRICT, WITHOUT ROWID;
CREATE TABLE surface_week_block (
    week INTEGER NOT NULL,
    block INTEGER NOT NULL,
    surfaces BLOB NOT NULL,
    PRIMARY KEY (block, week)
) STRICT;
CREATE TABLE sync_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    workspace_id TEXT,
    origin TEXT NOT NULL DEFAULT '',
    goal_from INTEGER,
    last_sweep_at INTEGER,
    page_limit INTEGER NOT NULL DEFAULT 30000,
    worked_before INTEGER NOT NULL DEFAULT 0 CHECK (worked_before IN (0, 1)),
    last_sync_at INTEGER,
    last_sync_result TEXT,
    last_sync_requests INTEGER,
    last_sync_rows INTEGER,
    last_sync_bytes INTEGER,
    last_sync_seconds REAL,
    last_success_at INTEGER,
    next_sync_at INTEGER
) STRICT;
CREATE TABLE token_by_day (
    day INTEGER PRIMARY KEY,
    row_count INTEGER NOT NULL,
    skipped_rows INTEGER NOT NULL,
    mismatched_rows INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    uncached_input_tokens INTEGER NOT NULL,
    cached_input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    credits REAL,
    tokens_with_credits INTEGER NOT NULL,
    cost_usd REAL,
    tokens_with_cost_usd INTEGER NOT NULL
) STRICT;
CREATE TABLE usage_block (
    day INTEGER NOT NULL,
    block INTEGER NOT NULL,
    counts BLOB NOT NULL,
    amounts BLOB NOT NULL,
    PRIMARY KEY (day, block)
) STRICT;
CREATE TABLE usage_by_month (
    month INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    active_days INTEGER NOT NULL,
    last_active_day INTEGER,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    without_credits INTEGER NOT NULL,
    without_cost_usd INTEGER NOT NULL,
    without_estimated_cost_usd INTEGER NOT NULL,
    without_uncached_input_tokens INTEGER NOT NULL,
    without_cached_input_tokens INTEGER NOT NULL,
    without_output_tokens INTEGER NOT NULL,
    without_total_tokens INTEGER NOT NULL,
    without_lines_added INTEGER NOT NULL,
    without_lines_removed INTEGER NOT NULL,
    without_tokens INTEGER NOT NULL,
    PRIMARY KEY (month, engineer)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage_client (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    client INTEGER NOT NULL,
    threads INTEGER,
    turns INTEGER,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, engineer, client)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage_day (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    PRIMARY KEY (day, engineer)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage_model (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    model INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, engineer, model)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage_total_by_day (
    day INTEGER PRIMARY KEY,
    row_count INTEGER NOT NULL,
    active_engineers INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    without_credits INTEGER NOT NULL,
    without_cost_usd INTEGER NOT NULL,
    without_estimated_cost_usd INTEGER NOT NULL,
    without_uncached_input_tokens INTEGER NOT NULL,
    without_cached_input_tokens INTEGER NOT NULL,
    without_output_tokens INTEGER NOT NULL,
    without_total_tokens INTEGER NOT NULL,
    without_lines_added INTEGER NOT NULL,
    without_lines_removed INTEGER NOT NULL,
    without_tokens INTEGER NOT NULL
) STRICT;
CREATE TABLE usage_week_block (
    week INTEGER NOT NULL,
    block INTEGER NOT NULL,
    counts BLOB NOT NULL,
    amounts BLOB NOT NULL,
    PRIMARY KEY (week, block)
) STRICT;
CREATE TABLE workspace_day (
    day INTEGER PRIMARY KEY,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER
) STRICT;
CREATE UNIQUE INDEX model_identity ON model (model, ifnull(speed, ''), speed IS NULL);
CREATE INDEX request_at ON request (at);
