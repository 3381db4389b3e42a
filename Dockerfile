# Nomic with its own Java and a cache of classes:
#   docker build -t nomic . && docker run -p 8080:8080 -v nomic:/data nomic
# Untested: no image has been built from this file yet. What it copies is tested without Docker.
FROM eclipse-temurin:25-jdk-noble AS build
ENV JAVA25_HOME=/opt/java/openjdk
WORKDIR /src
COPY . .
RUN ./mvnw -q -Pimage -DskipTests -pl server -am verify

# The same system as above, without a Java of its own.
FROM ubuntu:24.04
RUN useradd --system nomic && mkdir /data && chown nomic /data
COPY --from=build /src/server/target/nomic-image /opt/nomic

USER nomic
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENV NOMIC_DATA=/data
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["/opt/nomic/bin/is-ready"]
ENTRYPOINT ["/opt/nomic/bin/nomic"]
CMD ["serve"]
