package nomic.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that has no end: the answer is there at once, and the lines go to who reads them. */
record Ongoing(BodySubscriber<?> lines) implements BodySubscriber<String> {
    @Override
    public CompletionStage<String> getBody() {
        return CompletableFuture.completedStage("");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lines.onNext(buffers);
    }

    @Override
    public void onError(Throwable why) {
        lines.onError(why);
    }

    @Override
    public void onComplete() {
        lines.onComplete();
    }
}
