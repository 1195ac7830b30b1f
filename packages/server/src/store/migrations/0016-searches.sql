-- Indexes that lists of deliveries are searched by. None of them has a delivery that succeeds at once, so that none of them
-- costs it anything.
CREATE INDEX deliveries_unsuccessful_by_webhook ON deliveries (webhook_id, state, id) WHERE state <> 'succeeded';
CREATE INDEX deliveries_retried ON deliveries (environment_id, id) WHERE attempts > 1;
CREATE INDEX envelopes_by_external_id ON envelopes (environment_id, external_id) WHERE external_id IS NOT NULL;
